import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ModelManifest } from '@rikuy/contracts';
import { dayOf, type GeneratedPart, trainModel } from '@rikuy/engine';
import { type Configuration, generatorOf, openPlatform, type Platform } from '@rikuy/runtime';
import { ingestFiles } from '../ingest-files.ts';
import type { Terminal } from '../output/terminal.ts';
import { codeVersion } from '../version.ts';
import { liveThrough } from './live-through.ts';
import type { SeedingFiles } from './seeding-files.ts';
import { simulatedClock } from './simulated-clock.ts';

/** Where the generator of a use case asks for no more. */
const usualDaysOfHistory = 730;
/** Days that the model has been in force. */
const daysInForce = 30;
const msPerDay = 86_400_000;

/** What the demo is made from; written first, so that a demo that was killed goes on with the same. */
interface Seeding {
  readonly rows: number;
  readonly seed: number;
  readonly from: string;
  readonly cut: string;
  readonly until: string;
  readonly isDone: boolean;
}

export interface SeedOptions {
  readonly useCase: string;
  readonly rows: number;
  readonly seed: number;
}

/**
 * Fills a use case: years of records loaded from files as an office would bring them, a model trained on them, and
 * thirty days decided and worked as they came. Killed at any moment it goes on where it was.
 */
export async function seedCase(configuration: Configuration, terminal: Terminal, options: SeedOptions): Promise<void> {
  const folder = join(seedingFolder(configuration), options.useCase);
  await mkdir(folder, { recursive: true });
  const begun = await readSeeding(folder);
  if (begun) tellWhatIsThere(begun, options, terminal);
  if (begun?.isDone) return;
  const seeding = begun ?? (await writeSeeding(folder, newSeeding(options)));
  const clock = simulatedClock(Date.parse(`${seeding.cut}T05:00:00Z`));
  const platform = await openPlatform(configuration, clock);
  try {
    tellBeginning(platform, options.useCase, { seeding, terminal });
    const files = (kind: GeneratedPart['kind']): Promise<SeedingFiles> =>
      generatedFiles(folder, { seeding, useCase: options.useCase, kind });
    await trainOnHistory(platform, options, { files: await files('history'), terminal });
    await liveThrough(platform, options.useCase, { files: await files('arriving'), clock, terminal });
  } finally {
    await platform.close();
  }
  await writeSeeding(folder, { ...seeding, isDone: true });
}

/** Whether a demo has begun to fill this data folder. */
export function isSeeded(configuration: Configuration): boolean {
  return existsSync(seedingFolder(configuration));
}

function seedingFolder({ RIKUY_DATA_DIR }: Configuration): string {
  return join(RIKUY_DATA_DIR, 'demo');
}

function newSeeding({ useCase, rows, seed }: SeedOptions): Seeding {
  const { historyDays = usualDaysOfHistory } = generatorOf(useCase);
  const today = Date.now();
  const day = (offset: number): string => dayOf(today + offset * msPerDay);
  return { rows, seed, from: day(-daysInForce - historyDays), cut: day(-daysInForce), until: day(0), isDone: false };
}

function tellWhatIsThere({ rows, seed, isDone }: Seeding, asked: SeedOptions, terminal: Terminal): void {
  const { useCase } = asked;
  if (!isDone)
    terminal.tell(
      terminal.say({
        es: `${useCase}: la demo se interrumpió; sigue donde quedó.`,
        en: `${useCase}: the demo was cut off; it goes on.`,
      }),
    );
  if (rows === asked.rows && seed === asked.seed) return;
  terminal.tell(
    terminal.say({
      es: `${useCase}: la demo ya tiene ${rows} registros con semilla ${seed}; --fresh empieza de nuevo.`,
      en: `${useCase}: the demo has ${rows} records of seed ${seed} already; --fresh starts over.`,
    }),
  );
}

function tellBeginning(
  platform: Platform,
  useCaseId: string,
  { seeding, terminal }: { readonly seeding: Seeding; readonly terminal: Terminal },
): void {
  const { rows, from, until } = seeding;
  const { title, patterns } = platform.useCase(useCaseId);
  const planted = Object.keys(patterns).length;
  terminal.tell(
    terminal.say({
      es: `\n${title.es}: ${rows} registros del ${from} al ${until}, con ${planted} patrones plantados`,
      en: `\n${title.en}: ${rows} records from ${from} to ${until}, with ${planted} planted patterns`,
    }),
  );
}

async function readSeeding(folder: string): Promise<Seeding | null> {
  const path = join(folder, 'seeding.json');
  return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as Seeding) : null;
}

async function writeSeeding(folder: string, seeding: Seeding): Promise<Seeding> {
  const path = join(folder, 'seeding.json');
  await writeFile(`${path}.new`, JSON.stringify(seeding));
  await rename(`${path}.new`, path);
  return seeding;
}

/** The files of a part, generated unless they are there; they appear only once they are complete. */
async function generatedFiles(
  folder: string,
  {
    seeding,
    useCase,
    kind,
  }: { readonly seeding: Seeding; readonly useCase: string; readonly kind: GeneratedPart['kind'] },
): Promise<SeedingFiles> {
  const place = join(folder, kind);
  const list = join(place, 'files.json');
  if (!existsSync(list)) {
    await rm(place, { recursive: true, force: true });
    await mkdir(place);
    const decided = join(place, 'records.csv');
    const { seed, rows, from, cut, until } = seeding;
    const { others = [] } = await generatorOf(useCase).write(decided, { seed, rows, from, until, part: { kind, cut } });
    const files: SeedingFiles = { decided, others: others.map(({ recordType, path }) => ({ recordType, path })) };
    await writeFile(`${list}.new`, JSON.stringify(files));
    await rename(`${list}.new`, list);
  }
  return JSON.parse(await readFile(list, 'utf8')) as SeedingFiles;
}

interface Telling {
  readonly files: SeedingFiles;
  readonly terminal: Terminal;
}

async function trainOnHistory(platform: Platform, options: SeedOptions, telling: Telling): Promise<void> {
  const { modelStore } = platform.stores;
  if (await modelStore.champion(options.useCase)) return;
  // Killed between registering and promoting, the model is there already.
  const [registered] = await modelStore.list(options.useCase);
  const { version } = registered ?? (await trainNow(platform, options, telling));
  await modelStore.promote(options.useCase, version);
}

async function trainNow(
  platform: Platform,
  { useCase: useCaseId, seed }: SeedOptions,
  { files, terminal }: Telling,
): Promise<ModelManifest> {
  const useCase = platform.useCase(useCaseId);
  for (const { recordType, path } of files.others)
    await ingestFiles({ platform, terminal }, useCase, [path], { kind: 'records', type: recordType });
  await ingestFiles({ platform, terminal }, useCase, [files.decided]);
  const manifest = await trainModel(useCase, platform.stores, platform.clock, {
    seed,
    threads: platform.configuration.RIKUY_THREADS ?? Math.min(8, availableParallelism()),
    by: 'demo',
    codeVersion: codeVersion(),
    onProgress: terminal.progress({ es: 'Entrenando', en: 'Training' }),
  });
  terminal.tell(
    terminal.say({
      es: `Modelo ${manifest.version} entrenado en ${manifest.trainSeconds.toFixed(1)} s`,
      en: `Model ${manifest.version} trained in ${manifest.trainSeconds.toFixed(1)} s`,
    }),
  );
  return manifest;
}
