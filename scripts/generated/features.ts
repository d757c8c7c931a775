// docs/reference/features-CASE-LANGUAGE.md: the features catalogue of every use case that ships.
import { describeFeatures, featureCatalogue } from '@rikuy/engine';
import { useCases } from '@rikuy/runtime';

export async function generate(): Promise<Record<string, string>> {
  const pages = useCases.flatMap(useCase =>
    (['es', 'en'] as const).map(language => [
      `docs/reference/features-${useCase.id}-${language}.md`,
      featureCatalogue(useCase.title[language], describeFeatures(useCase, []), language, pattern => useCase.patterns[pattern]?.[language] ?? pattern),
    ]),
  );
  return Object.fromEntries(pages) as Record<string, string>;
}
