import { type Configuration, openPlatform, type Platform, readConfiguration } from '@rikuy/runtime';
import type { Bilingual } from '@rikuy/contracts';
import { Command, Option } from 'commander';
import { language, words } from './language.ts';
import { translateHelp } from './output/spanish-help.ts';
import { createTerminal, type Terminal } from './output/terminal.ts';

/** What a command works with. */
export interface Context {
  readonly configuration: Configuration;
  readonly terminal: Terminal;
  /** Opens the platform, gives it to the work, and closes it whatever happens. */
  withPlatform<T>(work: (platform: Platform) => Promise<T>): Promise<T>;
}

interface CommonOptions {
  readonly json?: boolean;
  readonly data?: string;
}

/** Starts a command with the options that all have. */
export function command(name: string, description: Bilingual): Command {
  return translateHelp(new Command(name))
    .description(words(description))
    .option('--json', words({ es: 'resultado en una línea de JSON', en: 'the result as one line of JSON' }))
    .addOption(languageOption())
    .option('--data <folder>', words({ es: 'carpeta de datos (RIKUY_DATA_DIR)', en: 'data folder (RIKUY_DATA_DIR)' }));
}

/** Read before anything is parsed (`language.ts`); declared so that it is listed and checked. */
export function languageOption(): Option {
  return new Option('--lang <es|en>', words({ es: 'idioma', en: 'language' })).choices(['es', 'en']);
}

/** A command's context from its options and the environment. @throws RikuyError `invalid-configuration` */
export function createContext(given: object, overrides: Partial<Configuration> = {}): Context {
  const { data, json = false } = given as CommonOptions;
  const read = readConfiguration(process.env);
  const configuration = { ...read, ...(data && { RIKUY_DATA_DIR: data }), ...overrides };
  return {
    configuration,
    terminal: createTerminal(language, json),
    withPlatform: async work => {
      const platform = await openPlatform(configuration);
      try {
        return await work(platform);
      } finally {
        await platform.close();
      }
    },
  };
}
