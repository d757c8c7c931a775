import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStores } from '../ports/memory/memory-stores.ts';
import type { RawRow, RecordSource } from '../ports/record-source.ts';
import { type RowPage, type Source, type SourceCursor, SourceFailure, type SourceStep } from '../ports/source.ts';
import type { Stores } from '../ports/stores.ts';
import { parcels } from '../stages/ingestion/parcels.fixture.ts';
import { loadSource, type LoadSourceOptions } from './load-source.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-load-source-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Reads lines of JSON as the real opener does; the engine knows no reader of files. */
function openLines(path: string): RecordSource {
  const text = () => readFileSync(path, 'utf8').trim();
  const lines = () =>
    text()
      .split('\n')
      .map((line, at) => ({ line: at + 1, values: JSON.parse(line) as RawRow['values'] | null }));
  return {
    name: path,
    fingerprint: async () => text(),
    columns: async () => Object.keys(lines()[0].values ?? {}),
    estimateRows: async () => null,
    rows: async function* () {
      const { rows = [], broken = [] } = Object.groupBy(lines(), ({ values }) =>
        isObject(values) ? 'rows' : 'broken',
      );
      yield { rows: rows as RawRow[], broken: broken.map(({ line }) => ({ line, ...notAnObject })) };
    },
  };
}

const notAnObject = { text: '?', kind: 'broken-line' as const, detail: { es: 'rota', en: 'broken' } };

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function options(more: Partial<LoadSourceOptions> = {}): LoadSourceOptions {
  return {
    recordType: 'parcel',
    rejectFolder: join(folder, 'rejects'),
    spoolFolder: join(folder, 'spool'),
    openFile: openLines,
    clock: { now: () => 1_800_000_000_000 },
    random: { next: () => 0.5 },
    retry: { attempts: 3, firstMs: 1, longestMs: 5 },
    holder: { token: String(Math.random()), host: 'here', pid: 1 },
    signal: new AbortController().signal,
    ...more,
  };
}

function parcel(number: number) {
  return { parcel_number: `P-${1000 + number}`, sender_ruc: '20131312955', sent_on: '2026-03-04' };
}

type Fault = (page: number) => void;

/** Rows by number from 0, five a page, the cursor being the number of the next. */
function feed(total: number, fault: Fault = () => undefined): Source & { readonly asked: (SourceCursor | null)[] } {
  const asked: (SourceCursor | null)[] = [];
  return {
    name: 'feed',
    hasFixedColumns: false,
    asked,
    check: async () => undefined,
    close: async () => undefined,
    read: async function* (after) {
      asked.push(after);
      for (let from = Number(after ?? 0); from < total; from += 5) {
        fault(from / 5);
        const rows = Array.from({ length: Math.min(5, total - from) }, (_, at) => parcel(from + at));
        yield { kind: 'rows', rows, cursor: from + rows.length } satisfies RowPage;
      }
    },
  };
}

const away = () => new SourceFailure('source-unavailable', 'It does not answer.');

async function eventCount({ eventLog }: Stores): Promise<number> {
  return (await eventLog.extent('parcels')).events;
}

describe('a source', () => {
  it('is loaded to its end, and then only what is new', async () => {
    const stores = createMemoryStores();
    const first = await loadSource(parcels, feed(12), stores, options({ portionRows: 5 }));
    expect(first).toMatchObject({ state: 'done', read: 12, accepted: 12, duplicates: 0, from: null, to: 12 });
    const more = feed(14);
    const second = await loadSource(parcels, more, stores, options());
    expect(more.asked).toEqual([12]);
    expect(second).toMatchObject({ read: 2, accepted: 2, from: 12, to: 14, error: null });
    expect(await stores.sourceLedger.loads({ limit: 5 })).toEqual([second, first]);
    expect(await readdir(join(folder, 'spool', 'feed'))).toEqual([]);
  });

  it('that is away for a while is asked again from where it was', async () => {
    const stores = createMemoryStores();
    const faults = [0, 2, 0, 2];
    const source = feed(20, page => {
      if (faults[page]-- > 0) throw away();
    });
    const load = await loadSource(parcels, source, stores, options());
    expect(source.asked).toEqual([null, 5, 5, 15, 15]);
    expect(load).toMatchObject({ state: 'done', read: 20, accepted: 20 });
  });

  it('that stays away fails the load, which keeps what came before', async () => {
    const stores = createMemoryStores();
    const dead = feed(20, page => {
      if (page === 2) throw away();
    });
    const failed = await loadSource(parcels, dead, stores, options());
    expect(failed).toMatchObject({ state: 'failed', read: 10, accepted: 10, to: 10 });
    expect(failed.error).toEqual({ code: 'source-unavailable', message: 'It does not answer.' });
    expect(dead.asked).toEqual([null, 10, 10]);
    expect(await loadSource(parcels, feed(20), stores, options())).toMatchObject({ from: 10, accepted: 10 });
  });

  it('that refuses is not asked again, and one that asks for time gets it', async () => {
    const refusing = feed(20, () => {
      throw new SourceFailure('source-refused', 'The password is wrong.');
    });
    expect(await loadSource(parcels, refusing, createMemoryStores(), options())).toMatchObject({ state: 'failed' });
    expect(refusing.asked).toHaveLength(1);
    const waits: number[] = [];
    let busy = true;
    const source = feed(3, () => {
      if (busy) throw new SourceFailure('source-unavailable', 'Busy.', { retryAfterMs: 30 });
    });
    const onRetry = (_: SourceFailure, waitMs: number): void => {
      waits.push(waitMs);
      busy = false;
    };
    expect(await loadSource(parcels, source, createMemoryStores(), options({ onRetry }))).toMatchObject({ read: 3 });
    expect(waits).toEqual([30]);
  });

  it('without a cursor that breaks at the same place each time is given up', async () => {
    const source: Source = {
      ...feed(0),
      read: async function* () {
        yield { kind: 'rows', rows: [parcel(1)], cursor: null };
        throw away();
      },
    };
    const load = await loadSource(parcels, source, createMemoryStores(), options());
    expect(load).toMatchObject({ state: 'failed', read: 3, accepted: 1, duplicates: 2 });
  });

  it('gives each wrong row to the reject file and goes on', async () => {
    const stores = createMemoryStores();
    const page: RowPage = { kind: 'rows', rows: [parcel(1), { other: 1 }, 'not JSON', null, parcel(2)], cursor: 5 };
    const source: Source = {
      ...feed(0),
      read: async function* () {
        yield page;
      },
    };
    const load = await loadSource(parcels, source, stores, options());
    expect(load).toMatchObject({ state: 'done', read: 5, accepted: 2, rejected: 3 });
    const [path] = load.rejectFiles;
    expect(readFileSync(path, 'utf8')).toMatch(/^2,parcel_number,,missing-value/m);
    const onlyWrong: Source = {
      ...source,
      read: async function* () {
        yield { ...page, rows: [{ other: 1 }, 7] };
      },
    };
    const failed = await loadSource(parcels, { ...onlyWrong, name: 'wrong' }, stores, options());
    expect(failed).toMatchObject({ state: 'failed', rejected: 2, error: { code: 'invalid-record' } });
  });
});

describe('a load that was killed', () => {
  const diedAt = new Error('killed');

  /** The log of a process that is killed at this append; nothing of it runs afterwards. */
  function dying(stores: Stores, appends: number): Stores {
    let left = appends;
    const append: Stores['eventLog']['append'] = (...args) => {
      if (left-- === 0) throw diedAt;
      return stores.eventLog.append(...args);
    };
    const save: Stores['sourceLedger']['save'] = (...args) => {
      if (left < 0) throw diedAt;
      return stores.sourceLedger.save(...args);
    };
    return {
      ...stores,
      eventLog: Object.assign(Object.create(stores.eventLog) as Stores['eventLog'], { append }),
      sourceLedger: Object.assign(Object.create(stores.sourceLedger) as Stores['sourceLedger'], { save }),
    };
  }

  it.each([0, 1, 2, 3, 4, 5])('at its append %i goes on with the rows it had, counted once', async appends => {
    const stores = createMemoryStores();
    const killed = loadSource(parcels, feed(15), dying(stores, appends), options({ portionRows: 5 }));
    await expect(killed).rejects.toBe(diedAt);
    const gone = { isGone: () => true };
    const source = feed(17);
    const load = await loadSource(parcels, source, stores, options({ portionRows: 5, ...gone }));
    expect(load).toMatchObject({ state: 'done', interruptions: 1, read: 17, accepted: 17, duplicates: 0, from: null });
    expect(source.asked).toEqual([5 * (1 + Math.floor(appends / 2))]);
    expect(await stores.sourceLedger.loads({ limit: 9 })).toHaveLength(1);
    expect(await eventCount(stores)).toBe(17);
  });

  it('or stopped keeps what was fetched, and the next goes on behind it', async () => {
    const stores = createMemoryStores();
    const stopping = new AbortController();
    const source = feed(20, page => {
      if (page === 2) stopping.abort();
    });
    const stopped = loadSource(parcels, source, stores, options({ signal: stopping.signal }));
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    const next = feed(20);
    expect(await loadSource(parcels, next, stores, options())).toMatchObject({ read: 20, accepted: 20, duplicates: 0 });
    expect(next.asked).toEqual([10]);
  });
});

describe('two loaders of one source', () => {
  it('do not load at once: the second is told who does, or waits', async () => {
    const stores = createMemoryStores();
    const going = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow: Source = {
      ...feed(0),
      read: async function* () {
        begun.resolve();
        await going.promise;
        yield { kind: 'rows', rows: [parcel(0)], cursor: 1 };
      },
    };
    const first = loadSource(parcels, slow, stores, options({ holder: { token: 'a', host: 'north', pid: 42 } }));
    await begun.promise;
    await expect(loadSource(parcels, feed(3), stores, options())).rejects.toMatchObject({
      code: 'source-in-use',
      message: expect.stringMatching(/feed is being loaded by process 42 on north since 2027-/),
    });
    const waiting = loadSource(parcels, feed(3), stores, options({ wait: true }));
    going.resolve();
    expect(await first).toMatchObject({ accepted: 1 });
    expect(await waiting).toMatchObject({ from: 1, accepted: 2 });
  });
});

describe('files of a source', () => {
  function folderOf(files: Readonly<Record<string, string>>): Source {
    return {
      ...feed(0),
      name: 'inbox',
      hasFixedColumns: true,
      read: async function* (after) {
        const seen = { ...(after as Record<string, string> | null) };
        for (const [name, text] of Object.entries(files)) {
          if (seen[name] === text) continue;
          seen[name] = text;
          const fetch = async (to: string): Promise<string> => {
            await writeFile(join(to, name), text);
            return join(to, name);
          };
          yield { kind: 'file', name, version: text, cursor: { ...seen }, fetch } satisfies SourceStep;
        }
      },
    };
  }

  it('are loaded once each, a changed one again; one that cannot be read is passed over and told', async () => {
    const stores = createMemoryStores();
    const line = (number: number): string => JSON.stringify(parcel(number));
    const files = { 'a.ndjson': `${line(1)}\n${line(2)}`, 'b.ndjson': '{"wrong":1}', 'c.ndjson': line(3) };
    const failed = await loadSource(parcels, folderOf(files), stores, options());
    expect(failed).toMatchObject({ state: 'failed', read: 3, accepted: 3, error: { code: 'unreadable-file' } });
    expect(failed.error?.message).toMatch(/^b\.ndjson: .*`parcel_number`/);
    expect(await loadSource(parcels, folderOf(files), stores, options())).toMatchObject({ state: 'done', read: 0 });
    const repaired = { ...files, 'b.ndjson': line(4), 'a.ndjson': `${line(1)}\n${line(5)}` };
    expect(await loadSource(parcels, folderOf(repaired), stores, options())).toMatchObject({
      read: 3,
      accepted: 2,
      duplicates: 1,
    });
    expect(await readdir(join(folder, 'spool', 'inbox'))).toEqual([]);
  });
});
