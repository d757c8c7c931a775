import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { finish, printTable } from '../report.ts';
import type { LargeLoad } from './load-once.ts';
import { writeLargeCsv } from './write-large-csv.ts';

/** What the file, the runs that are sorted on disk, and the database take together, beside the file's size. */
const diskFactor = 6;

/**
 * A large CSV through ingestion into the event log of the embedded database, in a process of its own
 * whose resident memory is watched. `--gb 1` makes it smaller, `--folder` puts file, runs and database elsewhere. All
 * of it is deleted afterwards.
 */
export async function run(args: readonly string[]): Promise<void> {
  const options = { gb: { type: 'string', default: '5' }, folder: { type: 'string', default: tmpdir() } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const bytes = Number(values.gb) * 2 ** 30;
  if (!(await hasRoom(values.folder, bytes))) return;
  const folder = await mkdtemp(join(values.folder, 'rikuy-large-csv-'));
  try {
    await measure(folder, bytes);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  const [free, needed] = [bavail * bsize, bytes * diskFactor].map(toGb);
  if (free >= needed) return true;
  console.log(`large-csv skipped: ${folder} has ${free.toFixed(0)} GB free; about ${needed.toFixed(0)} are needed.`);
  return false;
}

async function measure(folder: string, bytes: number): Promise<void> {
  const path = join(folder, 'declarations.csv');
  const written = await writeLargeCsv(path, bytes);
  console.log(`${written.rows} rows, ${toGb(written.bytes).toFixed(2)} GB of CSV`);
  const load = loadOnce(folder, path);
  const seconds = load.milliseconds / 1000;
  printTable([
    {
      rows: load.read,
      accepted: load.accepted,
      rejected: load.rejected,
      duplicates: load.duplicates,
      GB: toGb(written.bytes),
      seconds,
      'rows/s': Math.round(load.read / seconds),
      'peak MB': Math.round(load.peakMegabytes),
      'database GB': toGb(load.databaseBytes),
    },
  ]);
  finish('large-csv', [
    { name: 'peak resident memory, MB', value: load.peakMegabytes, bar: { atMost: 1536 } },
    { name: 'rows read and not written', value: Math.abs(written.rows - load.read), bar: { atMost: 0 } },
    { name: 'share of rows accepted', value: load.accepted / load.read, bar: { atLeast: 0.95 } },
    { name: 'rows without account', value: Math.abs(unaccounted(load)), bar: { atMost: 0 } },
    { name: 'records missing or twice in the log', value: Math.abs(load.accepted - load.events), bar: { atMost: 0 } },
  ]);
}

function unaccounted({ read, accepted, rejected, duplicates }: LargeLoad): number {
  return read - accepted - rejected - duplicates;
}

function loadOnce(folder: string, path: string): LargeLoad {
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'load-once.ts'), folder, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: folder },
  });
  if (status !== 0) throw new Error('load-once.ts failed.');
  return JSON.parse(stdout) as LargeLoad;
}

function toGb(bytes: number): number {
  return bytes / 2 ** 30;
}
