import type { Bilingual, Language } from '@rikuy/contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Formats, formatsIn } from '../format/formats.ts';
import { languageOf } from './i18n.ts';

const formats: Readonly<Record<Language, Formats>> = { es: formatsIn('es'), en: formatsIn('en') };

/** All that a component needs to speak: texts, formats, and the right half of bilingual texts. */
export interface Texts {
  readonly t: TFunction;
  readonly language: Language;
  readonly format: Formats;
  /** The text in the language of the page. */
  readonly say: (text: Bilingual) => string;
}

export function useTexts(): Texts {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.resolvedLanguage);
  return { t, language, format: formats[language], say: text => text[language] };
}
