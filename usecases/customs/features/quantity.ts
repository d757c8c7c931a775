import { days, type FeatureDeclaration, features } from '@rikuy/engine';

const owner = 'valoracion-aduanera';

/** Weight, quantity and value against each other: what a scale can contradict. */
export const quantityFeatures: readonly FeatureDeclaration[] = features(
  ({ record, feature, past, dividedBy, orElse }) => ({
    item_value_ratio: {
      value: dividedBy(feature('currency_conversion'), record('shipment_weight')),
      unit: 'USD/kg',
      title: { es: 'Valor por kilogramo', en: 'Value per kilogram' },
      description: {
        es: 'Dólares declarados por kilogramo de peso neto.',
        en: 'US dollars declared per kilogram of net weight.',
      },
      justification: {
        es: 'El peso se controla en balanza: un valor por kilogramo bajo delata precio o cantidad recortados.',
        en: 'Weight is checked on a scale: a low value per kilogram betrays a cut price or quantity.',
      },
      pattern: 'quantity_understated',
    },
    item_value_ratio_to_usual: {
      value: dividedBy(
        feature('item_value_ratio'),
        orElse(
          past({ by: ['tariff_code', 'country_origin'], within: days(365) }).median(feature('item_value_ratio')),
          past({ by: 'tariff_code', within: days(365) }).median(feature('item_value_ratio')),
        ),
      ),
      unit: 'share',
      title: { es: 'Valor por kilogramo frente a lo habitual', en: 'Value per kilogram against the usual' },
      description: {
        es: 'Valor por kilogramo como parte de la mediana de la misma subpartida y origen en 365 días.',
        en: 'Value per kilogram as a share of the median of the same tariff code and origin in 365 days.',
      },
      justification: {
        es: 'Si es bajo, falta valor o cantidad; si es alto, la mercancía puede ser otra, de mayor tasa.',
        en: 'If low, value or quantity is missing; if high, the goods may be others, of a higher rate.',
      },
      pattern: 'category_swapped',
    },
    weight_per_item: {
      value: dividedBy(record('shipment_weight'), record('quantity_items')),
      unit: 'kg',
      title: { es: 'Peso por unidad', en: 'Weight per unit' },
      description: { es: 'Kilogramos por unidad declarada.', en: 'Kilograms per unit declared.' },
      justification: {
        es: 'Cada mercancía pesa lo que pesa: si la unidad pesa de más, hay más unidades que las declaradas.',
        en: 'Goods weigh what they weigh: where a unit weighs too much there are more units than declared.',
      },
      pattern: 'quantity_understated',
    },
    weight_per_item_ratio: {
      value: dividedBy(
        feature('weight_per_item'),
        past({ by: 'tariff_code', within: days(365) }).median(feature('weight_per_item')),
      ),
      unit: 'share',
      title: { es: 'Peso por unidad frente a lo habitual', en: 'Weight per unit against the usual' },
      description: {
        es: 'Peso por unidad como parte de la mediana de la misma subpartida en 365 días.',
        en: 'Weight per unit as a share of the median of the same tariff code in 365 days.',
      },
      justification: {
        es: 'Un múltiplo de lo habitual indica cantidad recortada o mercancía distinta de la declarada.',
        en: 'A multiple of the usual points to a cut quantity or to goods other than those declared.',
      },
      pattern: 'quantity_understated',
    },
    importer_weight_level: {
      value: past({ by: 'importer_ruc', within: days(365) }).median(feature('weight_per_item_ratio')),
      unit: 'share',
      title: { es: 'Peso por unidad usual del importador', en: "Importer's usual weight per unit" },
      description: {
        es: 'Mediana del peso por unidad frente a lo habitual en las series del importador de 365 días.',
        en: "Median weight per unit against the usual over the importer's items of 365 days.",
      },
      justification: {
        es: 'Recortar cantidades es una costumbre: quien lo hizo antes suele repetirlo.',
        en: 'Cutting quantities is a habit: who did it before tends to do it again.',
      },
      pattern: 'quantity_understated',
    },
  }),
  { owner },
);
