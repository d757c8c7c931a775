import { features, type Key, type Words } from '@rikuy/engine';

/** What is declared, from the broadest description to the narrowest. */
const keys = [
  { name: 'heading', by: ['hs6_code'], es: 'la partida', en: 'the heading' },
  {
    name: 'heading_origin',
    by: ['hs6_code', 'country_of_origin'],
    es: 'la partida y el origen',
    en: 'heading and origin',
  },
  {
    name: 'heading_route',
    by: ['hs6_code', 'country_of_departure', 'country_of_origin'],
    es: 'la partida y la ruta',
    en: 'heading and route',
  },
  {
    name: 'heading_route_tax',
    by: ['hs6_code', 'country_of_departure', 'country_of_origin', 'tax_type', 'tax_rate'],
    es: 'la partida, la ruta y el arancel',
    en: 'heading, route and duty',
  },
] as const satisfies readonly { name: string; by: Key; es: string; en: string }[];

/** Known fraud rates and counts at four widths of description, and the amounts. */
export const declaredFeatures = features(
  words => ({
    ...Object.fromEntries(keys.flatMap(key => Object.entries(historyOf(key, words)))),
    tax_rate: {
      value: words.record('tax_rate'),
      unit: 'percent',
      title: { es: 'Tasa del arancel', en: 'Tax rate' },
      description: { es: 'Arancel aplicado.', en: 'Duty applied.' },
      justification: {
        es: 'Cuanto más alto el arancel, más se gana al evadirlo.',
        en: 'The higher the duty, the more there is to gain by evading it.',
      },
    },
    log_net_mass: {
      value: words.log1p(words.record('net_mass')),
      title: { es: 'Masa neta (log)', en: 'Net mass (log)' },
      description: { es: 'Logaritmo de la masa neta más 1.', en: 'Logarithm of the net mass plus 1.' },
      justification: { es: 'Los envíos pequeños se revisan menos.', en: 'Small consignments are looked at less.' },
    },
    log_item_price: {
      value: words.log1p(words.record('item_price')),
      title: { es: 'Precio (log)', en: 'Price (log)' },
      description: { es: 'Logaritmo del precio más 1.', en: 'Logarithm of the price plus 1.' },
      justification: {
        es: 'El valor fija cuánto arancel está en juego.',
        en: 'The value sets how much duty is at stake.',
      },
    },
    unit_price: {
      value: words.log1p(words.orElse(words.dividedBy(words.record('item_price'), words.record('net_mass')), 0)),
      title: { es: 'Precio por kg (log)', en: 'Price per kg (log)' },
      description: {
        es: 'Logaritmo del precio por kg más 1; 0 sin masa.',
        en: 'Logarithm of the price per kg plus 1; 0 without mass.',
      },
      justification: {
        es: 'Un precio por kg inusual señala un valor falso.',
        en: 'An unusual price per kg points to a false value.',
      },
    },
  }),
  { owner: 'examples' },
);

function historyOf(key: (typeof keys)[number], { label, past, log1p }: Words) {
  return {
    [`${key.name}_fraud_rate`]: {
      // A window shorter than the year of history would forget most of it.
      value: label('fraud').rate({ by: [...key.by], prior: 2, within: 'all' }),
      unit: 'share',
      title: { es: `Fraude conocido en ${key.es}`, en: `Known fraud of ${key.en}` },
      description: {
        es: `Proporción de fraudes conocidos hasta hoy entre declaraciones con igual ${key.es.replace(/^la /, '')}, suavizada hacia la general.`,
        en: `Share of frauds known by now among declarations of the same ${key.en}, smoothed towards that of all.`,
      },
      justification: {
        es: 'El fraude se repite en las mismas mercancías y rutas.',
        en: 'Fraud recurs in the same goods and routes.',
      },
      pattern: null,
    },
    [`${key.name}_count`]: {
      value: log1p(past({ by: [...key.by], within: 'all' }).count()),
      title: { es: `Frecuencia de ${key.es} (log)`, en: `Frequency of ${key.en} (log)` },
      description: {
        es: `Logaritmo de cuántas declaraciones anteriores hay con igual ${key.es.replace(/^la /, '')}.`,
        en: `Logarithm of how many earlier declarations there are of the same ${key.en}.`,
      },
      justification: {
        es: 'Dice cuánta experiencia hay detrás de la proporción.',
        en: 'It tells how much experience stands behind the rate.',
      },
      pattern: null,
    },
  } as const;
}
