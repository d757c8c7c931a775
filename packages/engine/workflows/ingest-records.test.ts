import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventLog, StoredEntry } from '../ports/event-log.ts';
import { createMemoryStores } from '../ports/memory/memory-stores.ts';
import type { BrokenLine, RecordSource } from '../ports/record-source.ts';
import { parcels } from '../stages/ingestion/parcels.fixture.ts';
import type { RawRecord } from '../stages/ingestion/read-record.ts';
import { ingestRecords, type IngestOptions } from './ingest-records.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-ingest-'));
});
afterEach(() => rm(folder, { recursive: true }));

const clock = { now: () => 1_800_000_000_000 };
const options = (more: Partial<IngestOptions> = {}): IngestOptions => ({
  recordType: 'parcel',
  rejectFolder: folder,
  clock,
  ...more,
});

function parcel(number: number, more: RawRecord = {}): RawRecord {
  return { parcel_number: `P-${1000 + number}`, sender_ruc: '20131312955', sent_on: '2026-03-04', ...more };
}

function sourceOf(rows: readonly RawRecord[], broken: readonly BrokenLine[] = []): RecordSource {
  return {
    name: 'parcels.csv',
    fingerprint: async () => JSON.stringify([rows, broken]),
    columns: async () => [...new Set(rows.flatMap(row => Object.keys(row)))],
    estimateRows: async () => rows.length,
    rows: async function* ({ batch }) {
      const all = rows.map((values, position) => ({ line: position + 2, values }));
      for (let from = 0; from < all.length; from += batch) yield { rows: all.slice(from, from + batch), broken: [] };
      if (broken.length > 0) yield { rows: [], broken };
    },
  };
}

async function logged(eventLog: EventLog): Promise<StoredEntry[]> {
  return (await Array.fromAsync(eventLog.read({ useCase: 'parcels' }))).flat();
}

/** The log of a process that is killed after some transactions. */
function killedAfter(eventLog: EventLog, transactions: number): EventLog {
  let left = transactions;
  const append: EventLog['append'] = (entries, load) => {
    if (left-- === 0) throw new Error('killed');
    return eventLog.append(entries, load);
  };
  return Object.assign(Object.create(eventLog) as EventLog, { append });
}

describe('order', () => {
  it('appends records at their event time and labels when they were found out', async () => {
    const { eventLog } = createMemoryStores();
    const rows = [
      parcel(1, { sent_on: '2026-03-10', misdeclared: '0', checked_on: '2026-03-11 09:00' }),
      parcel(2, { sent_on: '2026-03-01', misdeclared: '1', checked_on: '2026-03-05 09:00', recovered: '90.5' }),
      parcel(3, { sent_on: '2026-03-04', _planted: 'swap' }),
    ];
    await ingestRecords(parcels, sourceOf(rows), { eventLog }, options());
    const entries = await logged(eventLog);
    expect(entries.map(({ kind, eventId }) => `${kind} ${eventId}`)).toEqual([
      'record P-1002',
      'record P-1003',
      'label P-1002',
      'record P-1001',
      'label P-1001',
    ]);
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(entries[1]).toMatchObject({ hidden: { planted: 'swap' }, entity: '20131312955' });
    expect(entries[2].values).toEqual({ label: 1, amount: 90.5 });
  });

  it('is the same when it has to be sorted by way of the disk', async () => {
    const days = [9, 3, 7, 3, 1, 8, 2, 3, 5, 4];
    const rows = days.map((day, i) =>
      parcel(i % 8, { sent_on: `2026-03-0${day}`, misdeclared: i % 2, checked_on: '2026-03-05' }),
    );
    const [inMemory, onDisk] = [createMemoryStores(), createMemoryStores()];
    await ingestRecords(parcels, sourceOf(rows), inMemory, options());
    await ingestRecords(parcels, sourceOf(rows), onDisk, options({ inMemory: 1 }));
    expect(await logged(onDisk.eventLog)).toEqual(await logged(inMemory.eventLog));
  });
});

describe('counts', () => {
  const broken: BrokenLine = { line: 9, text: 'x', kind: 'broken-line', detail: { es: 'corta', en: 'short' } };

  it('add up: accepted, rejected and duplicates are the rows read', async () => {
    const rows = [
      parcel(1),
      parcel(2),
      parcel(1),
      parcel(3, { weight: -1, pieces: 0 }),
      parcel(4, { weight: '300 g' }),
    ];
    const report = await ingestRecords(parcels, sourceOf(rows, [broken]), createMemoryStores(), options());
    expect(report).toMatchObject({ read: 6, accepted: 3, rejected: 2, duplicates: 1, converted: 1, finished: true });
  });

  it('call a row whose record the log has a duplicate, and take the label that it brings', async () => {
    const stores = createMemoryStores();
    await ingestRecords(parcels, sourceOf([parcel(1), parcel(2)]), stores, options());
    const later = [parcel(1, { misdeclared: 'sí', checked_on: '2026-03-09' }), parcel(3)];
    const report = await ingestRecords(parcels, sourceOf(later), stores, options());
    expect(report).toMatchObject({ read: 2, accepted: 1, duplicates: 1 });
    expect(await stores.eventLog.extent('parcels')).toMatchObject({ events: 3, labels: 1 });
  });

  it('tell a known record from one whose label alone is known', async () => {
    const stores = createMemoryStores();
    const row = parcel(1, { misdeclared: 1, checked_on: '2026-03-09' });
    const report = await ingestRecords(parcels, sourceOf([row, row]), stores, options());
    expect(report).toMatchObject({ read: 2, accepted: 1, duplicates: 1 });
    expect(await stores.eventLog.extent('parcels')).toMatchObject({ events: 1, labels: 1 });
  });
});

describe('a load that was made before', () => {
  const rows = Array.from({ length: 25 }, (_, i) =>
    parcel(i, {
      sent_on: `2026-03-${10 + (i % 9)}`,
      misdeclared: i % 3 === 0 ? 1 : '',
      checked_on: '2026-03-20',
      weight: i % 5 ? 1 : -1,
    }),
  );

  it('is answered with its report and not made again', async () => {
    const stores = createMemoryStores();
    const first = await ingestRecords(parcels, sourceOf(rows), stores, options());
    const again = await ingestRecords(
      parcels,
      sourceOf(rows),
      { eventLog: killedAfter(stores.eventLog, 0) },
      options(),
    );
    expect(again).toEqual(first);
  });

  it.each([0, 1, 2, 3, 5, 7])('goes on where it was killed after %i transactions', async transactions => {
    const [undisturbed, disturbed] = [createMemoryStores(), createMemoryStores()];
    for (const { eventLog } of [undisturbed, disturbed]) {
      await ingestRecords(parcels, sourceOf([parcel(3), parcel(4), parcel(11)]), { eventLog }, options());
    }
    const expected = await ingestRecords(parcels, sourceOf(rows), undisturbed, options({ batch: 4 }));
    const killed = { eventLog: killedAfter(disturbed.eventLog, transactions) };
    await expect(ingestRecords(parcels, sourceOf(rows), killed, options({ batch: 4 }))).rejects.toThrow('killed');
    const resumed = await ingestRecords(parcels, sourceOf(rows), disturbed, options({ batch: 3 }));
    expect(resumed).toEqual(expected);
    expect(expected).toMatchObject({ read: 25, accepted: 17, rejected: 5, duplicates: 3 });
    expect(await logged(disturbed.eventLog)).toEqual(await logged(undisturbed.eventLog));
  });

  it('is another one when the declaration has learned a spelling since', async () => {
    const stores = createMemoryStores();
    const unknown = sourceOf([parcel(1, { way: 'BUS' }), parcel(2)]);
    expect(await ingestRecords(parcels, unknown, stores, options())).toMatchObject({ accepted: 1, rejected: 1 });
    const fields = parcels.records['parcel'].fields.map(field =>
      field.kind === 'category' && field.name === 'way' ? { ...field, spellings: { BUS: 'land' } } : field,
    );
    const taught = { ...parcels, records: { parcel: { ...parcels.records['parcel'], fields } } };
    expect(await ingestRecords(taught, unknown, stores, options())).toMatchObject({ accepted: 1, duplicates: 1 });
  });
});

describe('the reject file', () => {
  const rows = [
    parcel(1, { sender_ruc: '20512333798', weight: '-2' }),
    parcel(2),
    parcel(3, { way: '=cmd()', sent_on: '4/3/26' }),
  ];

  it('names line, field, value, reason and repair of every wrong value, and masks people', async () => {
    const broken: BrokenLine = { line: 5, text: 'P-9;Ana', kind: 'broken-line', detail: { es: 'corta', en: 'short' } };
    const report = await ingestRecords(parcels, sourceOf(rows, [broken]), createMemoryStores(), options());
    const lines = (await readFile(String(report.rejectFile), 'utf8')).trim().split('\n');
    expect(lines.map(line => line.split(',').slice(0, 4).join(','))).toEqual([
      'line,field,value,reason',
      '2,sender_ruc,20*********,wrong-check-digit',
      '2,weight,-2,out-of-range',
      "4,way,'=cmd(),unknown-value",
      '4,sent_on,4/3/26,ambiguous-date',
      '5,,*-*;***,broken-line',
    ]);
    expect(lines[2]).toContain('Expected a number of 0 or more; got “-2”.');
  });

  it('is complete and the same after a load that was killed', async () => {
    const stores = createMemoryStores();
    const killed = { eventLog: killedAfter(stores.eventLog, 1) };
    const more = [...rows, parcel(5)];
    await expect(ingestRecords(parcels, sourceOf(more), killed, options({ batch: 1 }))).rejects.toThrow('killed');
    const [name] = await readdir(folder);
    const before = await readFile(join(folder, name), 'utf8');
    const report = await ingestRecords(parcels, sourceOf(more), stores, options({ batch: 1 }));
    expect(await readdir(folder)).toEqual([name]);
    expect(await readFile(String(report.rejectFile), 'utf8')).toBe(before);
  });

  it('is none where nothing was rejected', async () => {
    const report = await ingestRecords(parcels, sourceOf([parcel(1)]), createMemoryStores(), options());
    expect(report.rejectFile).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('columns', () => {
  it('that every record needs and that are missing are named, with the nearest spelling', async () => {
    const rows = [{ parcel_number: 'P-1000', sender_rcu: '20131312955', sent: '2026-03-04' }];
    const load = ingestRecords(parcels, sourceOf(rows), createMemoryStores(), options());
    await expect(load).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('Is it `sender_rcu`? Rename it to `sender_ruc`'),
      fields: [{ field: 'sender_ruc' }, { field: 'sent_on' }],
    });
    const [name] = await readdir(folder);
    expect(await readFile(join(folder, name), 'utf8')).toMatch(/^1,sender_ruc,,missing-column,/m);
  });

  it('are found by a mapping where their names do not tell', async () => {
    const rows = [{ ...parcel(1), 'Net Mass': 2 }];
    const { eventLog } = createMemoryStores();
    await ingestRecords(parcels, sourceOf(rows), { eventLog }, options({ mapping: { 'Net Mass': 'weight' } }));
    expect((await logged(eventLog))[0].values).toMatchObject({ weight: 2 });
  });

  it('are read as their clear values are written, and the report says so', async () => {
    const rows = [
      parcel(1, { peso: '1,234', discount: '5,250', scanned_at: '03/04/2026' }),
      parcel(2, { peso: '12,5', discount: '', scanned_at: '03/25/2026' }),
    ];
    const { eventLog } = createMemoryStores();
    const { columns } = await ingestRecords(parcels, sourceOf(rows), { eventLog }, options());
    expect(columns).toEqual([
      { column: 'peso', decimal: ',', decidedBy: 'values' },
      { column: 'discount', decimal: '.', decidedBy: 'custom' },
      { column: 'scanned_at', dateOrder: 'month-first', decidedBy: 'values' },
    ]);
    const [first] = await logged(eventLog);
    expect(first.values).toMatchObject({ weight: 1.234, discount: 5250 });
    expect(first.values['scanned_at']).toBe(Date.parse('2026-03-04T00:00-05:00'));
  });
});
