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
    version: 'Versión',
    replaces: (name: string) => `sustituye a \`${name}\``,
    replacedBy: (name: string) => `sustituida por \`${name}\`, en uso mientras un modelo la lea`,
    sequence: (steps: number, channels: string) => `secuencia de los últimos ${steps} eventos; canales: ${channels}`,
    stages: { candidate: 'candidato', shadow: 'en la sombra', champion: 'decide', retired: 'retirado' },
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
    version: 'Version',
    replaces: (name: string) => `replaces \`${name}\``,
    replacedBy: (name: string) => `replaced by \`${name}\`, computed while a model reads it`,
    sequence: (steps: number, channels: string) => `sequence of the last ${steps} events; channels: ${channels}`,
    stages: { candidate: 'candidate', shadow: 'in shadow', champion: 'decides', retired: 'retired' },
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
  // A sequence is told once, at its newest step.
  const told = features.filter(({ sequence }) => sequence === null || sequence.step === sequence.steps);
  const sections = told.map(feature => section(feature, { features, language, patternTitle }));
  return [`# ${title}: ${say.heading.toLowerCase()}`, say.count(features.length), ...sections].join('\n\n') + '\n';
}

interface Catalogue {
  readonly features: readonly FeatureDescription[];
  readonly language: Language;
  readonly patternTitle: (pattern: string) => string;
}

function section(feature: FeatureDescription, catalogue: Catalogue): string {
  const { language, patternTitle } = catalogue;
  const say = words[language];
  const madeFrom = [...feature.features, ...feature.sources].map(source => `\`${source}\``);
  const lines = [
    `- ${say.why}: ${feature.justification[language]}`,
    `- ${say.formula}: \`${feature.formula}\``,
    `- ${say.kind}: ${kindOf(feature, catalogue)}`,
    `- ${say.sources}: ${madeFrom.join(', ') || '–'}`,
    ...(feature.pattern === null ? [] : [`- ${say.pattern}: ${patternTitle(feature.pattern)}`]),
    ...(feature.models.length === 0 ? [] : [`- ${say.models}: ${modelsOf(feature, language)}`]),
    ...(isOnlyVersion(feature) ? [] : [`- ${say.version}: ${versionText(feature, language)}`]),
    `- ${say.owner}: ${feature.owner}`,
  ];
  return `## ${feature.title[language]} \`${feature.name}\`\n\n${feature.description[language]}\n\n${lines.join('\n')}`;
}

function kindOf({ kind, unit, sequence }: FeatureDescription, { features, language }: Catalogue): string {
  const say = words[language];
  const plain = say.kinds[kind] + (unit === null ? '' : `, ${unit}`);
  if (sequence === null) return plain;
  const channels = features.flatMap(({ sequence: other }) =>
    other?.name === sequence.name && other.step === 1 ? [other.channel] : [],
  );
  return `${plain}; ${say.sequence(sequence.steps, channels.join(', '))}`;
}

/** Each with where it stands, as far as that is known. */
function modelsOf({ models, modelStages }: FeatureDescription, language: Language): string {
  const stages: Readonly<Record<string, string>> = words[language].stages;
  return models
    .map(version => (modelStages[version] ? `${version} (${stages[modelStages[version]]})` : version))
    .join(', ');
}

function isOnlyVersion({ replaces, replacedBy }: FeatureDescription): boolean {
  return replaces === null && replacedBy === null;
}

function versionText({ version, replaces, replacedBy }: FeatureDescription, language: Language): string {
  const say = words[language];
  const parts = [
    ...(replaces === null ? [] : [say.replaces(replaces)]),
    ...(replacedBy === null ? [] : [say.replacedBy(replacedBy)]),
  ];
  return `${version} (${parts.join('; ')})`;
}
