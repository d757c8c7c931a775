import type { Bilingual, Language } from '@rikuy/contracts';
import { configurationSchema } from '@rikuy/runtime';

/** The language of help, messages and results: `--lang`, else RIKUY_LANGUAGE, else Spanish. */
export const language: Language = chosenLanguage(process.argv.slice(2), process.env.RIKUY_LANGUAGE);

/** A text in the language of this run. */
export function words(text: Bilingual): string {
  return text[language];
}

/** Help is written before options are parsed, so `--lang` is looked for here; the parser refuses what is wrong. */
function chosenLanguage(args: readonly string[], configured: string | undefined): Language {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : (args[at].split('=')[1] ?? args[at + 1]);
  return asLanguage(asked) ?? asLanguage(configured) ?? 'es';
}

function asLanguage(text: string | undefined): Language | undefined {
  return configurationSchema.shape.RIKUY_LANGUAGE.unwrap().safeParse(text).data;
}
