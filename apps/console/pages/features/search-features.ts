import type { FeatureDescription, Language } from '@rikuy/contracts';

interface Search {
  /** Words that must all occur somewhere; accents and case do not matter. */
  readonly q: string;
  readonly pattern: string | undefined;
  readonly language: Language;
}

/** The features that hold every word of `q`, in the order of the catalogue. */
export function searchFeatures(
  features: readonly FeatureDescription[],
  { q, pattern, language }: Search,
): readonly FeatureDescription[] {
  const words = plainly(q).split(/\s+/).filter(Boolean);
  return features.filter(feature => {
    if (pattern !== undefined && feature.pattern !== pattern) return false;
    const text = plainly(searchedText(feature, language));
    return words.every(word => text.includes(word));
  });
}

function searchedText(
  { name, title, description, justification, sources, formula }: FeatureDescription,
  language: Language,
): string {
  return [name, title[language], description[language], justification[language], formula, ...sources].join(' ');
}

function plainly(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
