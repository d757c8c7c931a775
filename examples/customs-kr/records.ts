import { recordDeclaration, type RecordDeclaration } from '@rikuy/contracts';

const text = (name: string, es: string, en: string) =>
  ({
    kind: 'identifier',
    name,
    title: { es, en },
    description: { es: `${es}, código anonimizado.`, en: `${en}, an anonymised code.` },
  }) as const;

/** A line of the public file of the Korea Customs Service; its headers are the names with spaces and capitals. */
export const declaration: RecordDeclaration = recordDeclaration.parse({
  title: { es: 'Declaración de importación (Corea)', en: 'Import declaration (Korea)' },
  identity: ['declaration_id'],
  timeField: 'date',
  fields: [
    { ...text('declaration_id', 'Declaración', 'Declaration'), required: true, example: '97061800' },
    {
      kind: 'time',
      name: 'date',
      required: true,
      precision: 'day',
      zone: 'UTC',
      title: { es: 'Fecha', en: 'Date' },
      description: { es: 'Día de la declaración.', en: 'Day of the declaration.' },
      example: '2021-03-31',
    },
    { ...text('office_id', 'Aduana', 'Customs office'), example: '40' },
    text('process_type', 'Tipo de trámite', 'Process type'),
    text('import_type', 'Tipo de importación', 'Import type'),
    text('import_use', 'Uso', 'Import use'),
    text('payment_type', 'Forma de pago', 'Payment type'),
    text('mode_of_transport', 'Transporte', 'Mode of transport'),
    text('declarant_id', 'Agente', 'Declarant'),
    { ...text('importer_id', 'Importador', 'Importer'), example: 'QLRUBN9' },
    text('seller_id', 'Vendedor', 'Seller'),
    text('courier_id', 'Transportista', 'Courier'),
    { ...text('hs6_code', 'Partida HS6', 'HS6 heading'), required: true, example: '690722' },
    { ...text('country_of_departure', 'País de embarque', 'Country of departure'), example: 'CN' },
    { ...text('country_of_origin', 'País de origen', 'Country of origin'), example: 'CN' },
    {
      kind: 'number',
      name: 'tax_rate',
      unit: 'percent',
      min: 0,
      title: { es: 'Tasa del arancel', en: 'Tax rate' },
      description: { es: 'Arancel aplicado, en por ciento.', en: 'Duty applied, in per cent.' },
      example: 8,
    },
    text('tax_type', 'Tipo de arancel', 'Tax type'),
    text('country_of_origin_indicator', 'Marca de origen', 'Origin indicator'),
    {
      kind: 'number',
      name: 'net_mass',
      unit: 'kg',
      min: 0,
      title: { es: 'Masa neta', en: 'Net mass' },
      description: { es: 'Peso sin embalaje.', en: 'Weight without packing.' },
      example: 11352,
    },
    {
      kind: 'number',
      name: 'item_price',
      min: 0,
      title: { es: 'Precio', en: 'Item price' },
      description: { es: 'Valor declarado, en wones.', en: 'Declared value, in won.' },
      example: 375751.2,
    },
  ],
});
