import { expression, type QuotaPolicy } from '@rikuy/engine';

/**
 * Verde, naranja and rojo by what each office can work in a day. The capacities fit the volume of the generated
 * country (some 55 items a day); an administrator sets those of the real offices.
 */
export const customsPolicy: QuotaPolicy = {
  kind: 'quotas',
  version: '1',
  outcomes: [
    {
      code: 'verde',
      title: { es: 'Verde', en: 'Green' },
      meaning: {
        es: 'Levante sin revisión: la mercancía puede retirarse.',
        en: 'Released without review: the goods may be collected.',
      },
      tone: 'good',
      worked: false,
    },
    {
      code: 'naranja',
      title: { es: 'Naranja', en: 'Orange' },
      meaning: {
        es: 'Revisión documentaria: un oficial examina los documentos antes del levante.',
        en: 'Review of documents: an officer examines the papers before release.',
      },
      tone: 'warning',
      worked: true,
    },
    {
      code: 'rojo',
      title: { es: 'Rojo', en: 'Red' },
      meaning: {
        es: 'Reconocimiento físico: un oficial examina la mercancía antes del levante.',
        en: 'Physical inspection: an officer examines the goods before release.',
      },
      tone: 'bad',
      worked: true,
    },
  ],
  lanes: [
    { outcome: 'naranja', capacity: { '118': 5, '235': 1, default: 1 }, randomShare: 0.15 },
    { outcome: 'rojo', capacity: { '118': 3, '235': 1, default: 0 }, randomShare: 0.1 },
  ],
  rules: [
    {
      id: 'ruc_not_enabled',
      when: expression(({ lookup, record, equals, orElse }) =>
        equals(orElse(lookup('disabled_importers', record('importer_ruc')), 0), 1),
      ),
      outcome: 'rojo',
      text: {
        es: 'El RUC del importador no está habilitado para importar.',
        en: "The importer's RUC is not enabled for imports.",
      },
      short: { es: 'RUC no habilitado', en: 'RUC not enabled' },
    },
    {
      id: 'zero_value',
      when: expression(({ record, atMost }) => atMost(record('declaration_value'), 0)),
      outcome: 'rojo',
      text: { es: 'El valor declarado es cero.', en: 'The declared value is zero.' },
      short: { es: 'Valor cero', en: 'Zero value' },
    },
    {
      id: 'tariff_alert',
      when: expression(({ lookup, record, feature, and, equals, atLeast, orElse }) =>
        and(
          equals(orElse(lookup('tariff_alerts', record('tariff_code')), 0), 1),
          atLeast(orElse(feature('price_discrepancy_ratio'), 0), 0.4),
        ),
      ),
      outcome: 'naranja',
      text: {
        es: 'La subpartida está en alerta y el precio declarado es al menos 40 % menor que lo habitual.',
        en: 'The tariff code is under alert and the declared price at least 40 % below the usual.',
      },
      short: { es: 'Subpartida en alerta', en: 'Code under alert' },
    },
    {
      id: 'large_first_entry',
      when: expression(({ feature, and, equals, atLeast }) =>
        and(equals(feature('importer_declarations'), 0), atLeast(feature('currency_conversion'), 50_000)),
      ),
      outcome: 'naranja',
      text: {
        es: 'Es la primera importación conocida de esta empresa y supera los US$ 50,000.',
        en: 'It is the first known import of this company and exceeds US$ 50,000.',
      },
      short: { es: 'Primera importación grande', en: 'Large first entry' },
    },
    {
      id: 'weight_missing',
      when: expression(({ record, feature, and, isMissing, atLeast }) =>
        and(isMissing(record('shipment_weight')), atLeast(feature('currency_conversion'), 10_000)),
      ),
      outcome: 'naranja',
      text: {
        es: 'Falta el peso y el valor declarado supera los US$ 10,000.',
        en: 'The weight is missing and the declared value exceeds US$ 10,000.',
      },
      short: { es: 'Sin peso', en: 'No weight' },
    },
  ],
};
