// A small installation with declared sources: the wiring of the product over stores in memory.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customs, writeDeclarations } from '@rikuy/customs';
import { canonicalJson, createMemoryStores, type SourceLoad, type Stores, systemClock } from '@rikuy/engine';
import {
  createPlatform,
  type DeclaredSources,
  loadDeclared,
  type LoadOptions,
  openFile,
  openSource,
  readConfiguration,
  readSources,
  type ToldLoad,
} from '@rikuy/runtime';

export interface SourceWorld {
  readonly folder: string;
  readonly stores: Stores;
  readonly declared: DeclaredSources;
  load(name: string, options?: Partial<LoadOptions>): Promise<SourceLoad>;
  loadAndTell(name: string, options?: Partial<LoadOptions>): Promise<ToldLoad>;
  /** The problem with a source's connection, or null. */
  check(name: string): Promise<{ readonly code: string; readonly message: string } | null>;
  /** What the log holds, told in an order that does not depend on the way of loading. */
  logged(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

type Json = Readonly<Record<string, unknown>>;

/** @param file what stands in the file of declarations; sources are for customs and retry fast unless they say else */
export async function sourceWorld(
  file: { readonly sources: readonly Json[]; readonly notify?: readonly Json[] },
  secrets: Readonly<Record<string, string>> = {},
  stores: Stores = createMemoryStores(),
): Promise<SourceWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'rikuy-sources-'));
  const path = join(folder, 'sources.json');
  const sources = file.sources.map(source => ({ ...usual, ...source }));
  await writeFile(path, JSON.stringify({ ...file, sources }));
  const configuration = readConfiguration({ RIKUY_SOURCES: path, RIKUY_DATA_DIR: join(folder, 'data') });
  const declared = await readSources(configuration, secrets);
  const platform = createPlatform(configuration, stores);
  const loadAndTell: SourceWorld['loadAndTell'] = (name, options = {}) =>
    loadDeclared(platform, declared, name, { signal: new AbortController().signal, ...options });
  return {
    folder,
    stores,
    declared,
    loadAndTell,
    load: async (name, options) => (await loadAndTell(name, options)).load,
    check: name => problemOf(declared, name),
    logged: () => loggedIn(stores),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const usual = { useCase: 'customs', retry: { attempts: 6, firstSeconds: 0.02, longestSeconds: 0.2 } };

async function problemOf(declared: DeclaredSources, name: string) {
  const source = await openSource(declared.find(name), declared, systemClock);
  try {
    await source.check(new AbortController().signal);
    return null;
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  } finally {
    await source.close();
  }
}

/** The same for the same entries, however they came. */
export async function loggedIn(stores: Stores): Promise<readonly string[]> {
  const entries = (await Array.fromAsync(stores.eventLog.read({ useCase: customs.id }))).flat();
  return entries
    .map(({ kind, eventId, knownAt, values, hidden }) => canonicalJson([kind, eventId, knownAt, values, hidden]))
    .toSorted();
}

export interface DeclarationRows {
  /** A CSV of them. */
  readonly csv: string;
  readonly columns: readonly string[];
  /** Texts by column, null where there is none. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

/** Rows of a customs system, dirt included. */
export async function declarationRows(folder: string, rows: number): Promise<DeclarationRows> {
  const csv = join(folder, 'declarations.csv');
  await writeDeclarations(csv, { seed: 9, rows, from: '2025-01-01', until: '2025-12-31' });
  const file = openFile(csv);
  const batches = await Array.fromAsync(file.rows({ skip: 0, batch: 1_000 }));
  const values = batches.flatMap(batch => batch.rows.map(row => row.values as Record<string, string | null>));
  return { csv, columns: await file.columns(), rows: values };
}
