import { days, type FeatureDeclaration, features } from '@rikuy/engine';

const owner = 'origen-y-clasificacion';

/** Where the goods are said to come from, under which code, and at what rate. */
export const originAndRateFeatures: readonly FeatureDeclaration[] = features(
  ({ record, lookup, past, first, dividedBy, minus, ordinal }) => ({
    ad_valorem_rate: {
      value: record('ad_valorem_rate'),
      title: { es: 'Tasa ad valorem aplicada', en: 'Ad valorem rate applied' },
      description: {
        es: 'Porcentaje ad valorem de la declaración, ya con la preferencia solicitada.',
        en: 'Ad valorem percentage of the declaration, after any preference claimed.',
      },
      justification: {
        es: 'Cuanto mayor la tasa, más se gana al declarar menos; una tasa de 0 % puede ser el resultado de un cambio.',
        en: 'The higher the rate, the more there is to gain; a rate of 0 % may itself be the result of a swap.',
      },
    },
    preference_claimed: {
      value: minus(lookup('ad_valorem', record('tariff_code')), record('ad_valorem_rate')),
      title: { es: 'Puntos de arancel liberados', en: 'Duty points released' },
      description: {
        es: 'Tasa de la subpartida menos tasa aplicada, en puntos porcentuales.',
        en: 'Rate of the tariff code less rate applied, in percentage points.',
      },
      justification: {
        es: 'Muestra cuánto depende la declaración de que el origen sea cierto.',
        en: 'Shows how much the declaration depends on the origin being true.',
      },
      pattern: 'origin_swapped',
    },
    heading_rate_gap: {
      value: minus(
        past({ by: first(record('tariff_code'), 4), within: days(365) }).mean('ad_valorem_rate'),
        record('ad_valorem_rate'),
      ),
      title: { es: 'Tasa por debajo de la usual de la partida', en: "Rate below the heading's usual" },
      description: {
        es: 'Tasa media de la partida (cuatro dígitos) en 365 días menos la aplicada, en puntos porcentuales.',
        en: "The heading's mean rate (four digits) over 365 days less the one applied, in percentage points.",
      },
      justification: {
        es: 'Pagar menos que los demás por la misma partida es el fin de cambiar origen o clasificación.',
        en: 'To pay less than others for the same heading is why origin or classification is swapped.',
      },
      pattern: 'origin_swapped',
    },
    importer_rate_gap: {
      value: minus(past({ by: 'importer_ruc', within: days(365) }).mean('ad_valorem_rate'), record('ad_valorem_rate')),
      title: { es: 'Tasa por debajo de la usual del importador', en: "Rate below the importer's usual" },
      description: {
        es: 'Tasa media del importador en 365 días menos la aplicada, en puntos porcentuales.',
        en: "The importer's mean rate over 365 days less the one applied, in percentage points.",
      },
      justification: {
        es: 'Quien siempre pagó arancel y de pronto no lo paga pudo cambiar de mercancía, o solo de papeles.',
        en: 'Who always paid duty and suddenly does not has changed the goods, or only the papers.',
      },
      pattern: 'category_swapped',
    },
    importer_origin_share: {
      value: dividedBy(
        past({ by: ['importer_ruc', 'country_origin'], within: 'all' }).count(),
        past({ by: 'importer_ruc', within: 'all' }).count(),
      ),
      unit: 'share',
      title: { es: 'Parte de este origen en el importador', en: "This origin's share with the importer" },
      description: {
        es: 'Parte de las series anteriores del importador que declararon este país de origen.',
        en: "Share of the importer's earlier items that named this country of origin.",
      },
      justification: {
        es: 'Un origen que el importador casi no usa, justo donde hay preferencia, merece una mirada.',
        en: 'An origin that the importer hardly uses, just where there is a preference, deserves a look.',
      },
      pattern: 'origin_swapped',
    },
    importer_tariff_share: {
      value: dividedBy(
        past({ by: ['importer_ruc', 'tariff_code'], within: 'all' }).count(),
        past({ by: 'importer_ruc', within: 'all' }).count(),
      ),
      unit: 'share',
      title: { es: 'Parte de esta subpartida en el importador', en: "This tariff code's share with the importer" },
      description: {
        es: 'Parte de las series anteriores del importador con esta misma subpartida.',
        en: "Share of the importer's earlier items with this very tariff code.",
      },
      justification: {
        es: 'Quien cambia de clasificación usa códigos ajenos a su giro.',
        en: 'Who swaps the classification uses codes foreign to the business.',
      },
      pattern: 'category_swapped',
    },
    tariff_origin_share: {
      value: dividedBy(
        past({ by: ['tariff_code', 'country_origin'], within: days(365) }).count(),
        past({ by: 'tariff_code', within: days(365) }).count(),
      ),
      unit: 'share',
      title: { es: 'Parte de este origen en la subpartida', en: "This origin's share of the tariff code" },
      description: {
        es: 'Parte de lo declarado en la subpartida en 365 días que vino de este origen.',
        en: 'Share of what was declared under the tariff code in 365 days that came from this origin.',
      },
      justification: {
        es: 'Un país que casi no exporta esa mercancía puede ser un origen de papel.',
        en: 'A country that hardly exports such goods may be an origin on paper only.',
      },
      pattern: 'origin_swapped',
    },
    route_share: {
      value: dividedBy(
        past({ by: ['country_origin', 'shipping_method', 'customs_office'], within: days(365) }).count(),
        past({ by: 'country_origin', within: days(365) }).count(),
      ),
      unit: 'share',
      title: { es: 'Frecuencia de la ruta', en: 'Frequency of the route' },
      description: {
        es: 'Parte de lo que viene de este origen que llega por esta vía y esta aduana, en 365 días.',
        en: 'Share of what comes from this origin that arrives by this way and office, in 365 days.',
      },
      justification: {
        es: 'Mercancía «de un país vecino» que llega en barco desde lejos contradice su origen.',
        en: 'Goods "from a neighbour" that arrive by ship from afar contradict their origin.',
      },
      pattern: 'origin_swapped',
    },
    shipping_method_encoded: {
      value: ordinal(record('shipping_method'), ['sea', 'land', 'air']),
      title: { es: 'Vía de transporte', en: 'Shipping method' },
      description: {
        es: 'Vía codificada por costo: 0 marítima, 1 terrestre, 2 aérea.',
        en: 'Way of transport coded by cost: 0 sea, 1 land, 2 air.',
      },
      justification: {
        es: 'Nadie paga flete aéreo por mercancía que dice valer poco.',
        en: 'Nobody pays air freight for goods said to be worth little.',
      },
    },
  }),
  { owner },
);
