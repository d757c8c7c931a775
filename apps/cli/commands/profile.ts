import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Language, Profile } from '@rikuy/contracts';
import { profileDataset, profilePage, profileTable, systemClock, takeSnapshot } from '@rikuy/engine';
import { openRawTable, type Platform } from '@rikuy/runtime';
import type { Command } from 'commander';
import { command, type Context, createContext } from '../context.ts';
import { findDataset } from '../find-dataset.ts';
import { words } from '../language.ts';

interface Options {
  readonly dataset?: string;
  readonly label?: string;
  readonly out?: string;
}

/** `rikuy profile customs`, or of any file: `rikuy profile payments.csv --label fraud --out payments.html`. */
export function profileCommand(): Command {
  return command('profile', {
    es: 'Perfila los datos de un caso de uso, o un archivo CSV o Parquet, en una página HTML.',
    en: 'Profiles the data of a use case, or a CSV or Parquet file, as one HTML page.',
  })
    .argument('<what>', words({ es: 'caso de uso o archivo', en: 'use case or file' }))
    .option('--dataset <version>', words({ es: 'versión de los datos', en: 'dataset version' }))
    .option('--label <column>', words({ es: 'columna 0/1 de un archivo', en: 'column of 0 and 1 of a file' }))
    .option('--out <page>', words({ es: 'página que se escribe', en: 'page to write' }))
    .action(async (what: string, options: Options) => {
      const context = createContext(options);
      const isFile = existsSync(what) && !/^[a-z][a-z0-9-]*$/.test(what);
      const profile = isFile ? await ofFile(context, what, options) : await ofUseCase(context, what, options);
      const page = options.out ?? `${isFile ? basename(what) : profile.dataset}-profile.html`;
      await writeFile(page, profilePage(profile, context.terminal.language));
      context.terminal.result({ page, profile }, () => describeProfile(profile, page, context.terminal.language));
    });
}

async function ofFile({ terminal }: Context, path: string, { label }: Options): Promise<Profile> {
  const { table, unreadable } = await openRawTable(path);
  try {
    return await profileTable(table, {
      name: basename(path),
      now: systemClock.now(),
      unreadable,
      label: label === undefined ? undefined : { column: label, name: label },
      onProgress: terminal.progress(title),
    });
  } finally {
    await table.close();
  }
}

function ofUseCase(context: Context, id: string, options: Options): Promise<Profile> {
  const { terminal } = context;
  return context.withPlatform(async platform => {
    const useCase = platform.useCase(id);
    const { datasets, clock } = platform;
    const version = await versionOf(platform, id, options);
    return profileDataset(useCase, version, datasets, { clock, onProgress: terminal.progress(title) });
  });
}

async function versionOf({ useCase, stores: { eventLog }, datasets, clock }: Platform, id: string, options: Options) {
  if (options.dataset) return findDataset(datasets, id, options.dataset);
  return takeSnapshot(useCase(id), { eventLog, datasets }, { clock, by: 'cli' });
}

const title = { es: 'Perfilando', en: 'Profiling' };

function describeProfile({ rows, columns, warnings }: Profile, page: string, language: Language): string {
  const line =
    language === 'es'
      ? `${rows} filas, ${columns.length} columnas → ${page}`
      : `${rows} rows, ${columns.length} columns → ${page}`;
  return [line, ...warnings.map(({ text }) => `! ${text[language]}`)].join('\n');
}
