import { expression, type QualityDeclaration } from '@rikuy/engine';

/** What declarations must be like before a model learns from them. */
export const customsQuality: QualityDeclaration = {
  checks: [
    {
      kind: 'rows',
      id: 'enough_declarations',
      title: { es: 'Hay declaraciones suficientes', en: 'There are enough declarations' },
      warn: 5000,
      fail: 500,
    },
    {
      kind: 'freshness',
      id: 'recent_declarations',
      title: { es: 'La última declaración es reciente', en: 'The newest declaration is recent' },
      warn: 45,
    },
    {
      kind: 'unique',
      id: 'declared_once',
      title: { es: 'Cada serie se declara una vez', en: 'Every item is declared once' },
      fields: ['customs_declaration_number', 'item_number'],
      fail: 0,
    },
    {
      kind: 'completeness',
      id: 'quantity_present',
      title: { es: 'La cantidad está', en: 'The quantity is there' },
      field: 'quantity_items',
      warn: 0.05,
      fail: 0.3,
    },
    {
      kind: 'completeness',
      id: 'origin_present',
      title: { es: 'El país de origen está', en: 'The country of origin is there' },
      field: 'country_origin',
      warn: 0.02,
      fail: 0.2,
    },
    {
      kind: 'completeness',
      id: 'weight_present',
      title: { es: 'El peso está', en: 'The weight is there' },
      field: 'shipment_weight',
      warn: 0.1,
      fail: 0.5,
    },
    {
      kind: 'range',
      id: 'value_plausible',
      title: { es: 'El valor declarado es plausible', en: 'The declared value is plausible' },
      field: 'declaration_value',
      min: 0.01,
      max: 50_000_000,
      warn: 0.001,
      fail: 0.01,
    },
    {
      kind: 'range',
      id: 'quantity_plausible',
      title: { es: 'La cantidad es plausible', en: 'The quantity is plausible' },
      field: 'quantity_items',
      min: 0.001,
      max: 10_000_000,
      warn: 0.001,
      fail: 0.01,
    },
    {
      kind: 'allowed',
      id: 'ad_valorem_of_the_tariff',
      title: {
        es: 'La tasa ad valorem es una del arancel (0, 4, 6 u 11)',
        en: 'The ad valorem rate is one of the tariff (0, 4, 6 or 11)',
      },
      field: 'ad_valorem_rate',
      values: ['0', '4', '6', '11'],
      warn: 0.01,
      fail: 0.2,
    },
    {
      kind: 'expression',
      id: 'weight_per_item',
      title: {
        es: 'Ninguna unidad pesa más de 30 toneladas',
        en: 'No item weighs more than 30 tonnes',
      },
      holds: expression(({ atMost, dividedBy, record }) =>
        atMost(dividedBy(record('shipment_weight'), record('quantity_items')), 30_000),
      ),
      warn: 0.001,
      fail: 0.02,
    },
    {
      kind: 'distribution',
      id: 'value_like_before',
      title: {
        es: 'Los valores se distribuyen como en la versión anterior',
        en: 'Values are distributed as in the version before',
      },
      field: 'declaration_value',
      measure: 'ks',
      warn: 0.1,
      fail: 0.4,
    },
    {
      kind: 'distribution',
      id: 'origin_like_before',
      title: {
        es: 'Los orígenes se reparten como en la versión anterior',
        en: 'Origins are distributed as in the version before',
      },
      field: 'country_origin',
      warn: 0.1,
      fail: 0.5,
    },
  ],
};
