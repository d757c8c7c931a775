import type { FeatureDescription, Language } from '@rikuy/contracts';

const words = {
  es: {
    heading: 'Catálogo de variables',
    count: (features: number) => `${features} variables, generadas de sus declaraciones.`,
    formula: 'Fórmula',
    kind: 'Tipo',
    kinds: { number: 'número', category: 'categoría' },
    why: 'Por qué',
    pattern: 'Patrón de fraude',
    sources: 'Hecha de',
    models: 'Modelos',
    owner: 'Responsable',
  },
  en: {
    heading: 'Catalogue of features',
    count: (features: number) => `${features} features, generated from their declarations.`,
    formula: 'Formula',
    kind: 'Kind',
    kinds: { number: 'number', category: 'category' },
    why: 'Why',
    pattern: 'Fraud pattern',
    sources: 'Made from',
    models: 'Models',
    owner: 'Owner',
  },
} as const;

/** The catalogue as a page of Markdown in one language. `title` is the use case's. */
export function featureCatalogue(
  title: string,
  features: readonly FeatureDescription[],
  language: Language,
  patternTitle: (pattern: string) => string = pattern => pattern,
): string {
  const say = words[language];
  const sections = features.map(feature => section(feature, language, patternTitle));
  return [`# ${title}: ${say.heading.toLowerCase()}`, say.count(features.length), ...sections].join('\n\n') + '\n';
}

function section(feature: FeatureDescription, language: Language, patternTitle: (pattern: string) => string): string {
  const say = words[language];
  const kind = say.kinds[feature.kind] + (feature.unit === null ? '' : `, ${feature.unit}`);
  const madeFrom = [...feature.features, ...feature.sources].map(source => `\`${source}\``);
  const lines = [
    `- ${say.why}: ${feature.justification[language]}`,
    `- ${say.formula}: \`${feature.formula}\``,
    `- ${say.kind}: ${kind}`,
    `- ${say.sources}: ${madeFrom.join(', ') || '–'}`,
    ...(feature.pattern === null ? [] : [`- ${say.pattern}: ${patternTitle(feature.pattern)}`]),
    ...(feature.models.length === 0 ? [] : [`- ${say.models}: ${feature.models.join(', ')}`]),
    `- ${say.owner}: ${feature.owner}`,
  ];
  return `## ${feature.title[language]} \`${feature.name}\`\n\n${feature.description[language]}\n\n${lines.join('\n')}`;
}
