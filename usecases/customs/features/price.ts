import { days, type FeatureDeclaration, features } from '@rikuy/engine';

const owner = 'valoracion-aduanera';

/** What was declared against what such goods cost. */
export const priceFeatures: readonly FeatureDeclaration[] = features(
  ({ record, lookup, feature, past, first, times, dividedBy, minus, plus, orElse, largest, log1p }) => ({
    currency_conversion: {
      value: times(record('declaration_value'), lookup('fx', orElse(record('declared_currency'), 'USD'))),
      unit: 'USD',
      title: { es: 'Valor declarado en dólares', en: 'Declared value in US dollars' },
      description: {
        es: 'Valor en aduana de la serie, convertido a dólares con el tipo de cambio vigente el día de la numeración.',
        en: 'Customs value of the item, converted to US dollars at the rate in force on the day of registration.',
      },
      justification: {
        es: 'Solo en una misma moneda se pueden comparar valores; además, el monto limita lo que puede estar en juego.',
        en: 'Values compare only in one currency; besides, the amount bounds what can be at stake.',
      },
    },
    unit_value: {
      value: dividedBy(feature('currency_conversion'), record('quantity_items')),
      unit: 'USD',
      title: { es: 'Valor unitario', en: 'Unit value' },
      description: { es: 'Dólares por unidad declarada.', en: 'US dollars per unit declared.' },
      justification: {
        es: 'Es la base de la valoración: un precio por unidad fuera de lo habitual motiva la duda razonable.',
        en: 'The base of valuation: an unusual price per unit is what gives rise to reasonable doubt.',
      },
      pattern: 'shell_undervaluation',
    },
    unit_value_reference: {
      value: orElse(
        past({ by: ['tariff_code', 'country_origin'], within: days(365) }).median(feature('unit_value')),
        past({ by: 'tariff_code', within: days(365) }).median(feature('unit_value')),
      ),
      unit: 'USD',
      title: { es: 'Valor unitario de referencia', en: 'Reference unit value' },
      description: {
        es: 'Mediana del valor unitario de la misma subpartida y origen en los 365 días previos; si no hay, de la subpartida.',
        en: 'Median unit value of the same tariff code and origin over the 365 days before; failing that, of the code.',
      },
      justification: {
        es: 'Lo que otros declararon por mercancía igual es la referencia que un especialista en valor buscaría primero.',
        en: 'What others declared for the same goods is the reference that a valuation officer looks for first.',
      },
    },
    unit_value_ratio: {
      value: dividedBy(feature('unit_value'), feature('unit_value_reference')),
      unit: 'share',
      title: { es: 'Precio frente a la referencia', en: 'Price against the reference' },
      description: {
        es: 'Valor unitario declarado como parte del de referencia: 100 % es lo habitual.',
        en: 'Declared unit value as a share of the reference: 100 % is usual.',
      },
      justification: {
        es: 'Un precio muy por debajo indica subvaluación; uno muy por encima, que la mercancía quizá no es la declarada.',
        en: 'Far below points to undervaluation; far above, to goods that may not be those declared.',
      },
      pattern: 'shell_undervaluation',
    },
    price_discrepancy: {
      value: minus(
        orElse(record('estimated_market_price'), times(feature('unit_value_reference'), record('quantity_items'))),
        feature('currency_conversion'),
      ),
      unit: 'USD',
      title: { es: 'Diferencia con el precio de mercado', en: 'Gap to the market price' },
      description: {
        es: 'Precio de mercado estimado (o, si falta, referencia por cantidad) menos el valor declarado, en dólares.',
        en: 'Estimated market price (or, where absent, reference times quantity) less declared value, in US dollars.',
      },
      justification: {
        es: 'Mide en dinero lo que podría faltar en la base imponible.',
        en: 'Tells in money what may be missing from the tax base.',
      },
      pattern: 'shell_undervaluation',
    },
    price_discrepancy_ratio: {
      value: largest(
        0,
        dividedBy(feature('price_discrepancy'), plus(feature('price_discrepancy'), feature('currency_conversion'))),
      ),
      unit: 'share',
      title: { es: 'Parte del precio que falta', en: 'Missing share of the price' },
      description: {
        es: 'Diferencia con el precio de mercado como parte de este; 0 % cuando se declaró lo habitual o más.',
        en: 'Gap to the market price as a share of it; 0 % where the usual or more was declared.',
      },
      justification: {
        es: 'Hace comparable la subvaluación de una serie pequeña con la de una grande.',
        en: 'Makes the undervaluation of a small item comparable with that of a large one.',
      },
      pattern: 'year_end_burst',
    },
    importer_price_level: {
      value: past({ by: 'importer_ruc', within: days(365) }).median(feature('unit_value_ratio')),
      unit: 'share',
      title: { es: 'Nivel de precios del importador', en: "Importer's price level" },
      description: {
        es: 'Mediana del precio frente a la referencia en las series del importador de los 365 días previos.',
        en: "Median price against the reference over the importer's items of the 365 days before.",
      },
      justification: {
        es: 'Quien declara barato siempre se distingue de quien compró barato una vez, aun sin verificaciones previas.',
        en: 'Who always declares low differs from who bought a bargain once, even where nobody has verified yet.',
      },
      pattern: 'shell_undervaluation',
    },
    broker_chapter_price_level: {
      value: past({ by: ['broker_code', first(record('tariff_code'), 2)], within: days(365) }).median(
        feature('unit_value_ratio'),
      ),
      unit: 'share',
      title: { es: 'Nivel de precios del agente en el capítulo', en: "Broker's price level in the chapter" },
      description: {
        es: 'Mediana del precio frente a la referencia en lo que el agente tramitó de este capítulo en 365 días.',
        en: 'Median price against the reference over what the broker filed in this chapter in 365 days.',
      },
      justification: {
        es: 'Un agente que subvalúa un solo capítulo pasa inadvertido en su promedio general.',
        en: 'A broker who undervalues one chapter alone hides in the overall average.',
      },
      pattern: 'broker_chapter',
    },
    own_price_change: {
      value: dividedBy(
        feature('unit_value'),
        past({ by: ['importer_ruc', 'tariff_code'], within: days(365) }).median(feature('unit_value')),
      ),
      unit: 'share',
      title: { es: 'Precio frente a sus propias compras', en: 'Price against its own purchases' },
      description: {
        es: 'Valor unitario como parte de la mediana del mismo importador y subpartida en 365 días.',
        en: 'Unit value as a share of the median of the same importer and tariff code in 365 days.',
      },
      justification: {
        es: 'Un mismo importador compra a precios parecidos; un salto pide explicación.',
        en: 'An importer buys at similar prices; a jump wants explaining.',
      },
      pattern: 'year_end_burst',
    },
    log_declared_value: {
      value: log1p(feature('currency_conversion')),
      title: { es: 'Valor declarado (logaritmo)', en: 'Declared value (logarithm)' },
      description: {
        es: 'Logaritmo natural de uno más el valor en dólares.',
        en: 'Natural logarithm of one plus the value in US dollars.',
      },
      justification: {
        es: 'Ordena los montos sin que unas pocas series muy grandes lo dominen todo.',
        en: 'Orders amounts without a few very large items dominating all.',
      },
    },
  }),
  { owner },
);
