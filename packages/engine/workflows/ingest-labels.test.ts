import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStores } from '../ports/memory/memory-stores.ts';
import type { RecordSource } from '../ports/record-source.ts';
import type { Stores } from '../ports/stores.ts';
import { parcels } from '../stages/ingestion/parcels.fixture.ts';
import type { RawRecord } from '../stages/ingestion/read-record.ts';
import type { UseCase } from '../use-case/use-case.ts';
import { ingestLabels } from './ingest-labels.ts';
import { ingestRecords } from './ingest-records.ts';

let folder: string;
let stores: Stores;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-labels-'));
  stores = createMemoryStores();
  const sent = [1, 2, 3].map(number => ({
    parcel_number: `P-100${number}`,
    sender_ruc: '20131312955',
    sent_on: `2026-03-0${number}`,
  }));
  await ingestRecords(parcels, sourceOf(sent), stores, { recordType: 'parcel', ...options() });
});
afterEach(() => rm(folder, { recursive: true }));

const options = () => ({ rejectFolder: folder, clock: { now: () => 1_800_000_000_000 } });

function sourceOf(rows: readonly RawRecord[]): RecordSource {
  return {
    name: 'found.csv',
    fingerprint: async () => JSON.stringify(rows),
    columns: async () => [...new Set(rows.flatMap(row => Object.keys(row)))],
    estimateRows: async () => rows.length,
    rows: async function* () {
      yield { rows: rows.map((values, position) => ({ line: position + 2, values })), broken: [] };
    },
  };
}

const load = (rows: readonly RawRecord[], useCase: UseCase = parcels) =>
  ingestLabels(useCase, sourceOf(rows), stores, options());

async function labels() {
  const entries = (await Array.fromAsync(stores.eventLog.read({ useCase: 'parcels' }))).flat();
  return entries
    .filter(({ kind }) => kind === 'label')
    .map(({ eventId, values }) => [eventId, values.label, values.amount]);
}

describe('a file of labels alone', () => {
  it('gives each label to its record, in the order in which they became known', async () => {
    const report = await load([
      { parcel_number: 'P-1001', misdeclared: 'sí', checked_on: '2026-03-20', recovered: '90.5' },
      { parcel_number: 'P-1002', misdeclared: '0', checked_on: '2026-03-11' },
    ]);
    expect(report).toMatchObject({ read: 2, accepted: 2, rejected: 0, duplicates: 0, finished: true });
    expect(await labels()).toEqual([
      ['P-1002', 0, null],
      ['P-1001', 1, 90.5],
    ]);
  });

  it('rejects what names no record, came before its event, or has no label, and says how to repair it', async () => {
    const report = await load([
      { parcel_number: 'P-9999', misdeclared: '1', checked_on: '2026-03-20' },
      { parcel_number: 'P-1003', misdeclared: '1', checked_on: '2026-02-01' },
      { parcel_number: 'P-1003', misdeclared: '', checked_on: '2026-03-20' },
    ]);
    expect(report).toMatchObject({ read: 3, accepted: 0, rejected: 3 });
    const lines = (await readFile(report.rejectFile!, 'utf8')).trimEnd().split('\n').slice(1);
    expect(lines.map(line => line.split(',').slice(0, 2).join(' '))).toEqual([
      '2 parcel_number',
      '3 checked_on',
      '4 misdeclared',
    ]);
  });

  it('counts a label that the log has as a duplicate, and takes a correction', async () => {
    await load([{ parcel_number: 'P-1001', misdeclared: '1', checked_on: '2026-03-20' }]);
    const again = [
      { parcel_number: 'P-1001', misdeclared: '1', checked_on: '2026-03-20' },
      { parcel_number: 'P-1001', misdeclared: '0', checked_on: '2026-04-20' },
    ];
    expect(await load(again)).toMatchObject({ accepted: 1, duplicates: 1 });
    expect((await labels()).map(([, label]) => label)).toEqual([1, 0]);
  });

  it('turns round what a column of the opposite says', async () => {
    const opposite = { ...parcels, label: { ...parcels.label, opposite: true } };
    await load([{ parcel_number: 'P-1001', misdeclared: '1', checked_on: '2026-03-20' }], opposite);
    expect(await labels()).toEqual([['P-1001', 0, null]]);
  });

  it('names the columns that it lacks', async () => {
    await expect(load([{ parcel_number: 'P-1001' }])).rejects.toThrow(/Expected a column named `misdeclared`/);
  });
});
