import type { Configuration, Platform } from '@rikuy/runtime';
import { openPlatform, readConfiguration } from '@rikuy/runtime';
import { type Bilingual, RikuyError } from '@rikuy/contracts';
import { Command, Option } from 'commander';
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
  readonly lang?: 'es' | 'en';
  readonly data?: string;
}

/** Starts a command with the options that all have. */
export function command(name: string, description: Bilingual): Command {
  const { RIKUY_LANGUAGE } = readConfiguration(process.env);
  return new Command(name)
    .description(description[RIKUY_LANGUAGE])
    .option('--json', RIKUY_LANGUAGE === 'es' ? 'resultado en una línea de JSON' : 'the result as one line of JSON')
    .addOption(new Option('--lang <es|en>', RIKUY_LANGUAGE === 'es' ? 'idioma' : 'language').choices(['es', 'en']))
    .option(
      '--data <folder>',
      RIKUY_LANGUAGE === 'es' ? 'carpeta de datos (RIKUY_DATA_DIR)' : 'data folder (RIKUY_DATA_DIR)',
    );
}

/** The texts of an option's help, in the configured language. */
export function words(text: Bilingual): string {
  return text[readConfiguration(process.env).RIKUY_LANGUAGE];
}

/** A command's context from its options and the environment. @throws RikuyError `invalid-configuration` */
export function createContext(given: object, overrides: Partial<Configuration> = {}): Context {
  const options = given as CommonOptions;
  const read = readConfiguration(process.env);
  const configuration = { ...read, ...(options.data && { RIKUY_DATA_DIR: options.data }), ...overrides };
  return {
    configuration,
    terminal: createTerminal(options.lang ?? read.RIKUY_LANGUAGE, options.json ?? false),
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

/** A whole number ≥ 1 from the command line. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new RikuyError('invalid-request', `A whole number of at least 1 was expected; got \`${text}\`.`);
}
