import type { ReasonText } from '@rikuy/engine';

const widths = {
  heading: { es: 'esta partida', en: 'this heading' },
  heading_origin: { es: 'esta partida y origen', en: 'this heading and origin' },
  heading_route: { es: 'esta partida y ruta', en: 'this heading and route' },
  heading_route_tax: { es: 'esta partida, ruta y arancel', en: 'this heading, route and duty' },
};

/** Sentences for every feature. */
export const reasons: Readonly<Record<string, ReasonText>> = {
  ...Object.fromEntries(Object.entries(widths).flatMap(([name, width]) => Object.entries(historyReasons(name, width)))),
  tax_rate: amount(
    {
      es: 'El arancel es de {value} puntos (lo habitual, {usual}).',
      en: 'The duty is {value} points (usual is {usual}).',
    },
    'arancel',
    'duty',
  ),
  log_net_mass: amount(
    { es: 'La masa declarada es inusual para un caso así.', en: 'The declared mass is unusual for such a case.' },
    'masa',
    'mass',
  ),
  log_item_price: amount(
    { es: 'El precio declarado es inusual para un caso así.', en: 'The declared price is unusual for such a case.' },
    'precio',
    'price',
  ),
  unit_price: amount(
    { es: 'El precio por kg es inusual para un caso así.', en: 'The price per kg is unusual for such a case.' },
    'precio por kg',
    'price per kg',
  ),
};

function historyReasons(name: string, width: { es: string; en: string }): Record<string, ReasonText> {
  return {
    [`${name}_fraud_rate`]: {
      raises: {
        es: `En ${width.es} se conoce un {value} de fraude (lo habitual, {usual}).`,
        en: `Known fraud in ${width.en} is {value} (usual is {usual}).`,
      },
      lowers: {
        es: `En ${width.es} se conoce solo un {value} de fraude (lo habitual, {usual}).`,
        en: `Known fraud in ${width.en} is only {value} (usual is {usual}).`,
      },
      short: { es: `fraude en ${width.es.replace('esta ', '')}`, en: `fraud in ${width.en.replace('this ', '')}` },
    },
    [`${name}_count`]: {
      raises: {
        es: `Hay poca experiencia tranquilizadora con ${width.es}.`,
        en: `There is little reassuring experience with ${width.en}.`,
      },
      lowers: {
        es: `La experiencia con ${width.es} es tranquilizadora.`,
        en: `Experience with ${width.en} is reassuring.`,
      },
      short: { es: 'experiencia previa', en: 'earlier experience' },
    },
  };
}

function amount(text: { es: string; en: string }, es: string, en: string): ReasonText {
  return { raises: text, lowers: text, short: { es, en } };
}
