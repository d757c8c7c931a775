import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ModelManifest } from '@rikuy/contracts';
import { dayOf, trainModel } from '@rikuy/engine';
import { type Configuration, generatorOf, openPlatform, type Platform } from '@rikuy/runtime';
import { ingestFiles } from '../ingest-files.ts';
import type { Terminal } from '../output/terminal.ts';
import { codeVersion } from '../version.ts';
import { liveThrough } from './live-through.ts';
import { simulatedClock } from './simulated-clock.ts';

const useCaseId = 'customs';
const daysOfHistory = 730;
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

type SeedingFiles = Readonly<Record<'history' | 'arriving', string>>;

/**
 * Fills the first case: two years of declarations loaded from a file as an office would bring it, a model trained on
 * them, and thirty days decided and worked as they came. Killed at any moment it goes on where it was.
 */
export async function seedCustoms(
  configuration: Configuration,
  terminal: Terminal,
  options: { readonly rows: number; readonly seed: number },
): Promise<void> {
  const folder = join(configuration.RIKUY_DATA_DIR, 'files');
  await mkdir(folder, { recursive: true });
  const begun = await readSeeding(folder);
  if (begun) tellWhatIsThere(begun, options, terminal);
  if (begun?.isDone) return;
  const seeding = begun ?? (await writeSeeding(folder, newSeeding(options)));
  const clock = simulatedClock(Date.parse(`${seeding.cut}T05:00:00Z`));
  const files = await generateFiles(folder, seeding, terminal);
  const platform = await openPlatform(configuration, clock);
  try {
    await trainOnHistory(platform, files.history, { seed: seeding.seed, terminal });
    await liveThrough(platform, useCaseId, files.arriving, { clock, terminal });
  } finally {
    await platform.close();
  }
  await writeSeeding(folder, { ...seeding, isDone: true });
}

/** Whether a demo has begun to fill this data folder. */
export function isSeeded(dataFolder: string): boolean {
  return existsSync(join(dataFolder, 'files', 'seeding.json'));
}

function newSeeding({ rows, seed }: { readonly rows: number; readonly seed: number }): Seeding {
  const today = Date.now();
  const day = (offset: number): string => dayOf(today + offset * msPerDay);
  return { rows, seed, from: day(-daysInForce - daysOfHistory), cut: day(-daysInForce), until: day(0), isDone: false };
}

function tellWhatIsThere(
  { rows, seed, isDone }: Seeding,
  asked: { readonly rows: number; readonly seed: number },
  terminal: Terminal,
): void {
  if (!isDone)
    terminal.tell(
      terminal.say({ es: 'La demo se interrumpió; sigue donde quedó.', en: 'The demo was cut off; it goes on.' }),
    );
  if (rows === asked.rows && seed === asked.seed) return;
  terminal.tell(
    terminal.say({
      es: `La demo ya tiene ${rows} declaraciones con semilla ${seed}; --fresh empieza de nuevo.`,
      en: `The demo has ${rows} declarations of seed ${seed} already; --fresh starts over.`,
    }),
  );
}

async function readSeeding(folder: string): Promise<Seeding | null> {
  const path = join(folder, 'seeding.json');
  return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as Seeding) : null;
}

async function writeSeeding(folder: string, seeding: Seeding): Promise<Seeding> {
  await whole(join(folder, 'seeding.json'), path => writeFile(path, JSON.stringify(seeding)));
  return seeding;
}

async function generateFiles(folder: string, seeding: Seeding, terminal: Terminal): Promise<SeedingFiles> {
  const { seed, rows, from, cut, until } = seeding;
  const files: SeedingFiles = { history: join(folder, 'history.csv'), arriving: join(folder, 'arriving.csv') };
  if (Object.values(files).every(file => existsSync(file))) return files;
  terminal.tell(
    terminal.say({
      es: `Generando ${rows} declaraciones del ${from} al ${until}, con seis patrones de fraude…`,
      en: `Generating ${rows} declarations from ${from} to ${until}, with six fraud patterns…`,
    }),
  );
  for (const kind of ['history', 'arriving'] as const) {
    const part = { kind, cut };
    await whole(files[kind], path => generatorOf(useCaseId).write(path, { seed, rows, from, until, part }));
  }
  return files;
}

/** Lets a file appear only once it is complete. */
async function whole(path: string, write: (path: string) => Promise<unknown>): Promise<void> {
  await write(`${path}.new`);
  await rename(`${path}.new`, path);
}

async function trainOnHistory(
  platform: Platform,
  file: string,
  { seed, terminal }: { readonly seed: number; readonly terminal: Terminal },
): Promise<void> {
  const { modelStore } = platform.stores;
  if (await modelStore.champion(useCaseId)) return;
  // Killed between registering and promoting, the model is there already.
  const [registered] = await modelStore.list(useCaseId);
  const { version } = registered ?? (await trainNow(platform, file, { seed, terminal }));
  await modelStore.promote(useCaseId, version);
}

async function trainNow(
  platform: Platform,
  file: string,
  { seed, terminal }: { readonly seed: number; readonly terminal: Terminal },
): Promise<ModelManifest> {
  const useCase = platform.useCase(useCaseId);
  await ingestFiles(platform, terminal, useCase, [file]);
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
