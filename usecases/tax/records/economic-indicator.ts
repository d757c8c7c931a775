import { recordDeclaration, type RecordDeclaration } from '@rikuy/contracts';

/** What was published about the economy on a day. */
export const economicIndicator: RecordDeclaration = recordDeclaration.parse({
  title: { es: 'Indicador económico', en: 'Economic indicator' },
  identity: ['indicator_date'],
  timeField: 'indicator_date',
  fields: [
    {
      kind: 'time',
      name: 'indicator_date',
      aliases: ['fecha', 'fecha_publicacion', 'publicado'],
      precision: 'day',
      required: true,
      title: { es: 'Fecha de publicación', en: 'Date of publication' },
      description: { es: 'Día en que se publicó.', en: 'Day on which it was published.' },
    },
    {
      kind: 'number',
      name: 'exchange_rate',
      aliases: ['tipo_cambio', 'tc', 'usd_pen'],
      min: 1,
      max: 20,
      example: 3.72,
      title: { es: 'Tipo de cambio', en: 'Exchange rate' },
      description: { es: 'Soles por dólar.', en: 'Soles for a US dollar.' },
    },
    {
      kind: 'number',
      name: 'gdp_growth_rate',
      aliases: ['crecimiento_pbi', 'pbi', 'gdp_growth'],
      unit: 'percent',
      min: -50,
      max: 50,
      example: 2.9,
      title: { es: 'Crecimiento del PBI', en: 'GDP growth' },
      description: { es: 'Variación en doce meses, en porcentaje.', en: 'Change over twelve months, per cent.' },
    },
  ],
});
