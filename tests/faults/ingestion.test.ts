// A load that is killed again and again ends as one that was left alone: nothing lost, nothing twice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReport, type LoadReport } from '@rikuy/contracts';
import { customs, writeDeclarations } from '@rikuy/customs';
import { createMemoryStores, ingestRecords, type Stores, systemClock } from '@rikuy/engine';
import { openFile } from '@rikuy/files';
import { openStores } from '@rikuy/postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** When a loader is killed: so many ms after its process began, or after it told of so many transactions. */
type Death = { readonly afterBirth: number } | { readonly afterTransactions: number; readonly delay: number };

const deaths: readonly Death[] = [
  { afterBirth: 150 },
  { afterTransactions: 1, delay: 0 },
  { afterTransactions: 3, delay: 4 },
  { afterBirth: 900 },
  { afterTransactions: 1, delay: 11 },
  { afterTransactions: 5, delay: 2 },
  { afterTransactions: 2, delay: 7 },
];

interface Life {
  /** Entries offered to the log, as told by each transaction. */
  readonly told: readonly number[];
  readonly report: LoadReport | null;
}

let folder: string;
let file: string;
let expected: { readonly report: LoadReport; readonly entries: readonly string[]; readonly rejects: string };
const lives: Life[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-load-faults-'));
  file = join(folder, 'declarations.csv');
  await writeDeclarations(file, { seed: 5, rows: 3_000, from: '2025-01-01', until: '2025-12-31' });
  const stores = createMemoryStores();
  const options = { recordType: customs.decides, rejectFolder: join(folder, 'undisturbed'), clock: systemClock };
  const report = await ingestRecords(customs, openFile(file), stores, options);
  expected = { report, entries: await entriesOf(stores), rejects: await readFile(String(report.rejectFile), 'utf8') };
  for (const death of deaths) lives.push(await live(death));
  lives.push(await live(null));
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a load under kill -9', () => {
  it('was killed in its midst, or what follows shows nothing', () => {
    const killed = lives.slice(0, -1);
    expect(killed.every(({ report }) => report === null)).toBe(true);
    expect(killed.filter(({ told }) => told.length > 0).length).toBeGreaterThanOrEqual(4);
  });

  it('goes on where it was, not from the beginning', () => {
    const told = lives.flatMap(life => life.told);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(new Set(told).size).toBe(told.length);
  });

  it('reports what an undisturbed load reports', () => {
    const { startedAt: _, rejectFile: __, ...counts } = expected.report;
    expect(lives.at(-1)?.report).toMatchObject(counts);
    expect(counts.rejected).toBeGreaterThan(0);
    expect(counts.duplicates).toBeGreaterThan(0);
  });

  it('leaves the log as an undisturbed load leaves it, in the same order', async () => {
    const stores = await openStores({ directory: join(folder, 'data') });
    try {
      expect(await entriesOf(stores)).toEqual(expected.entries);
    } finally {
      await stores.close();
    }
  });

  it('leaves the whole reject file, each line once', async () => {
    expect(await readFile(String(lives.at(-1)?.report?.rejectFile), 'utf8')).toBe(expected.rejects);
  });

  it('is answered with its report when it is asked for again', async () => {
    const again = await live(null);
    expect(again).toEqual({ told: [], report: lives.at(-1)?.report });
  });
});

async function entriesOf({ eventLog }: Stores): Promise<string[]> {
  const entries = (await Array.fromAsync(eventLog.read({ useCase: customs.id }))).flat();
  return entries.map(({ kind, eventId, knownAt, sequence }) => `${sequence} ${kind} ${eventId} known ${knownAt}`);
}

/** One process that loads the file until it is done or dies. */
async function live(death: Death | null): Promise<Life> {
  const args = [join(import.meta.dirname, 'ingestion-loader.ts'), join(folder, 'data'), file, join(folder, 'rejects')];
  const loader = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = () => loader.kill('SIGKILL');
  const said: string[] = [];
  loader.stdout.on('data', chunk => {
    said.push(...String(chunk).trim().split('\n'));
    if (death && 'delay' in death && said.length >= death.afterTransactions) setTimeout(kill, death.delay);
  });
  const timer = death && 'afterBirth' in death ? setTimeout(kill, death.afterBirth) : undefined;
  await once(loader, 'close');
  clearTimeout(timer);
  const report = said.find(line => line.startsWith('report '));
  return {
    told: said.filter(line => /^\d+$/.test(line)).map(Number),
    report: report === undefined ? null : loadReport.parse(JSON.parse(report.slice('report '.length))),
  };
}
