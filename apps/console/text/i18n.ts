import { type Language, languages } from '@rikuy/contracts';
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { es } from './es.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof es };
  }
}

const remembered = 'rikuy.language';

const texts = createInstance();

/** Starts the texts in the remembered language; Spanish the first time. */
export async function startTexts(): Promise<void> {
  await texts.use(initReactI18next).init({
    resources: { es: { translation: es }, en: { translation: en } },
    lng: languageOf(localStorage.getItem(remembered)),
    fallbackLng: 'es',
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = texts.language;
}

/** Changes the language of the page and remembers it. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
  await texts.changeLanguage(language);
}

/** The language named, or Spanish. */
export function languageOf(text: string | null | undefined): Language {
  return languages.find(language => language === text) ?? 'es';
}
