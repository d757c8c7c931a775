// docs/reference/features-CASE-LANGUAGE.md: the features catalogue of every use case that ships.
import { describeFeatures, featuresMarkdown } from '@rikuy/engine';
import { useCases } from '@rikuy/runtime';

export async function generate(): Promise<Record<string, string>> {
  const pages = useCases.flatMap(useCase =>
    (['es', 'en'] as const).map(language => [
      `docs/reference/features-${useCase.id}-${language}.md`,
      featuresMarkdown(describeFeatures(useCase, []), language),
    ]),
  );
  return Object.fromEntries(pages) as Record<string, string>;
}
