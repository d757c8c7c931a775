import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { absentFields, createMemoryStores, ingestRecords, trainModel } from '@rikuy/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import mapping from './own-data.mapping.json' with { type: 'json' };
import { tax } from './tax.ts';

const dataFolder = process.env.RIKUY_DATA ?? join(import.meta.dirname, '../../../shared/data');
const path = join(dataFolder, 'tax/synthetic_tax_fraud_dataset.csv');
const hasData = existsSync(path);
if (!hasData) process.stdout.write(`skipped: tax returns of other people, none at ${path}\n`);

type Row = Readonly<Record<string, string>>;

/** The walk of `docs/guide/own-data.md`. */
describe.skipIf(!hasData)('a file of returns that nobody here made', { timeout: 300_000 }, () => {
  let rows: readonly Row[];
  let rejectFolder: string;
  beforeAll(async () => {
    rows = hasData ? readRows() : [];
    rejectFolder = await mkdtemp(join(tmpdir(), 'own-data-'));
  });
  afterAll(() => rm(rejectFolder, { recursive: true }));

  it('is loaded whole by the mapping, and trains a model that is good and not too good', async () => {
    const stores = createMemoryStores();
    const options = { recordType: tax.decides, rejectFolder, clock, mapping };
    const report = await ingestRecords(tax, sourceOf(rows), stores, options);
    expect(report).toMatchObject({ read: 10_000, accepted: 10_000, rejected: 0, duplicates: 0 });
    const manifest = await trainModel(tax, stores, clock, { seed: 1, by: 'test', codeVersion: 'test' });
    const { rocAuc } = manifest.evaluations.find(({ model }) => model === manifest.chosen)!;
    expect(rocAuc.value).toBeGreaterThan(0.8);
    expect(rocAuc.value).toBeLessThan(0.9);
    expect(manifest.leakage).toEqual([]);
  });

  it('says which features its columns cannot give', () => {
    const absent = absentFields(tax, tax.decides, { columns: Object.keys(rows[0]), mapping });
    const ofTaxpayer = absent.find(({ field }) => field === 'taxpayer_ruc')!;
    expect(ofTaxpayer.lostFeatures).toEqual(expect.arrayContaining(['own_income_mean_pen', 'import_tax_ratio']));
    const lost = new Set(absent.flatMap(({ lostFeatures }) => lostFeatures));
    const left = tax.features.filter(({ name }) => !lost.has(name)).map(({ name }) => name);
    expect(left).toEqual(expect.arrayContaining(['deduction_income_ratio', 'deduction_sector_diff']));
  });

  it('gives the fraud away by the number of its taxpayer: every fraud repeats one, one row in nine of the rest', () => {
    const times = countsBy(rows, ({ taxpayer_id: id }) => id);
    const isRepeated = ({ taxpayer_id: id }: Row): boolean => times.get(id)! > 1;
    const [frauds, others] = [rows.filter(isFraud), rows.filter(row => !isFraud(row))];
    expect(frauds.every(isRepeated)).toBe(true);
    expect(others.filter(isRepeated).length / others.length).toBeCloseTo(1 / 9, 3);
  });

  it('calls two people by one number: they hardly ever agree in age', () => {
    const pairs = [...Map.groupBy(rows, ({ taxpayer_id: id }) => id).values()].filter(({ length }) => length === 2);
    const sameAge = pairs.filter(([a, b]) => a.age === b.age).length / pairs.length;
    expect(pairs).toHaveLength(1000);
    expect(sameAge).toBeLessThan(0.05);
  });

  it('has people who filed for more years than they have lived', () => {
    expect(rows.filter(({ years_filing: years, age }) => Number(years) > Number(age))).toHaveLength(887);
  });

  it('has self-employed people without the flag, and flags without the occupation, as if drawn apart', () => {
    const byOccupation = rows.filter(({ occupation_category: occupation }) => occupation === 'Self-employed');
    const flagged = byOccupation.filter(({ self_employed: flag }) => flag === '1').length / byOccupation.length;
    const overall = rows.filter(({ self_employed: flag }) => flag === '1').length / rows.length;
    expect(Math.abs(flagged - overall)).toBeLessThan(0.03);
  });
});

const clock = { now: () => Date.parse('2026-02-01T05:00:00Z') };
const isFraud = ({ fraud_flag: flag }: Row): boolean => flag === '1';

/** No field of this file is quoted. The rows get a number, since nothing in them identifies one. */
function readRows(): Row[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = ['row_number', ...header.split(',')];
  return lines.map((line, row) => {
    const cells = [String(row + 1), ...line.split(',')];
    return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
  });
}

function sourceOf(rows: readonly Row[]) {
  return {
    name: 'returns.csv',
    fingerprint: async () => 'returns',
    columns: async () => Object.keys(rows[0]),
    estimateRows: async () => rows.length,
    async *rows({ skip }: { readonly skip: number }) {
      yield { rows: rows.slice(skip).map((values, i) => ({ line: skip + i + 2, values })), broken: [] };
    },
  };
}

function countsBy(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}
