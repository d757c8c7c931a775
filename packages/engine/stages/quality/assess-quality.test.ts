import type { DatasetVersion, RecordValues } from '@rikuy/contracts';
import { expect, it } from 'vitest';
import type { ScannedTable } from '../../ports/dataset-store.ts';
import { defineUseCase } from '../../use-case/define-use-case.ts';
import type { QualityCheck } from '../../use-case/quality-declaration.ts';
import { expression } from '../../expressions/words.ts';
import { orders, told } from '../features/fixtures/orders.ts';
import { assessQuality } from './assess-quality.ts';

const now = Date.parse('2026-03-31T00:00:00Z');
const title = { es: 'control', en: 'check' };

function rows(...values: readonly RecordValues[]): ScannedTable {
  const cells = values.map((row, i): RecordValues => ({ _sequence: i + 1, _event_time: now - 86_400_000, ...row }));
  return {
    rows: cells.length,
    columns: Object.keys(cells[0] ?? {}).map(name => ({
      name,
      kind: 'number',
      role: 'field',
      personal: false,
      title: null,
      unit: null,
    })),
    scan: async function* (columns) {
      yield columns.map(column => cells.map(row => row[column] ?? null));
    },
  };
}

const plain = orders(({ record }) => ({ amount: { ...told, value: record('amount') } }));

async function assess(checks: readonly QualityCheck[], newer: ScannedTable, older: ScannedTable | null = null) {
  const useCase = defineUseCase({ ...plain, quality: { checks: [...checks] } });
  const version = { version: 'v-2' } as DatasetVersion;
  const report = await assessQuality(
    useCase,
    {
      version,
      against: older && ({ version: 'v-1' } as DatasetVersion),
      open: async (of, table) => (table !== useCase.decides ? null : of === 'version' ? newer : older),
      shift: async () => ({ psi: 0.3, ks: 0.2 }),
      sequenceColumn: '_sequence',
      eventTimeColumn: '_event_time',
    },
    { now },
  );
  return { report, result: report.checks[0] };
}

it('counts values out of range, names their rows, and leaves out the absent ones', async () => {
  const check: QualityCheck = {
    kind: 'range',
    id: 'amount',
    title,
    field: 'amount',
    min: 0,
    max: 10,
    warn: 0.1,
    fail: 0.5,
  };
  const { result, report } = await assess(
    [check],
    rows({ amount: 5 }, { amount: -1 }, { amount: null }, { amount: 11 }),
  );
  expect(result).toMatchObject({ checked: 3, violations: 2, examples: [2, 4], value: 2 / 3, status: 'fail' });
  expect(report.status).toBe('fail');
});

it('warns before it fails, and passes below both', async () => {
  const check = (warn: number, fail: number): QualityCheck => ({
    kind: 'completeness',
    id: 'amount',
    title,
    field: 'amount',
    warn,
    fail,
  });
  const data = rows({ amount: 1 }, { amount: null }, { amount: 2 }, { amount: 3 });
  expect((await assess([check(0.2, 0.5)], data)).result.status).toBe('warn');
  expect((await assess([check(0.3, 0.5)], data)).result.status).toBe('pass');
  expect((await assess([check(0.1, 0.25)], data)).result.status).toBe('fail');
});

it('takes a limit of 0 as: none at all', async () => {
  const check: QualityCheck = { kind: 'unique', id: 'once', title, fields: ['order_id'], fail: 0 };
  expect((await assess([check], rows({ order_id: 'a' }, { order_id: 'b' }))).result.status).toBe('pass');
  const { result } = await assess([check], rows({ order_id: 'a' }, { order_id: 'b' }, { order_id: 'a' }));
  expect(result).toMatchObject({ status: 'fail', violations: 1, examples: [3] });
});

it('checks one field against another by an expression, where both are known', async () => {
  const check: QualityCheck = {
    kind: 'expression',
    id: 'small',
    title,
    holds: expression(({ below, record }) => below(record('amount'), 100)),
    fail: 0,
  };
  const { result } = await assess([check], rows({ amount: 5 }, { amount: null }, { amount: 100 }));
  expect(result).toMatchObject({ checked: 2, violations: 1, examples: [3], fields: ['amount'] });
});

it('tells how old the newest event is, and how few rows there are', async () => {
  const fresh: QualityCheck = { kind: 'freshness', id: 'fresh', title, warn: 0.5, fail: 2 };
  const many: QualityCheck = { kind: 'rows', id: 'many', title, warn: 10, fail: 1 };
  const { report } = await assess([fresh, many], rows({ amount: 1 }));
  expect(report.checks.map(({ value, status }) => [value, status])).toEqual([
    [1, 'warn'],
    [1, 'warn'],
  ]);
});

it('compares distributions only where there is an earlier version', async () => {
  const check: QualityCheck = {
    kind: 'distribution',
    id: 'like_before',
    title,
    field: 'amount',
    warn: 0.1,
    fail: 0.25,
  };
  const data = rows({ amount: 1 });
  expect((await assess([check], data)).result).toMatchObject({ value: null, status: 'pass' });
  expect((await assess([check], data, data)).result).toMatchObject({ value: 0.3, status: 'fail', measure: 'psi' });
  expect((await assess([{ ...check, measure: 'ks' }], data, data)).result).toMatchObject({
    value: 0.2,
    status: 'warn',
  });
});

it('counts the absent values of all fields', async () => {
  const check: QualityCheck = { kind: 'rows', id: 'any', title };
  const { records, decides } = defineUseCase(plain);
  const complete = Object.fromEntries(records[decides].fields.map(({ name }) => [name, 1]));
  const { report } = await assess([check], rows(complete, { ...complete, amount: null }));
  expect(report.missing).toBe(1);
});

it.each<[string, QualityCheck, RegExp]>([
  ['an unknown field', { kind: 'completeness', id: 'x', title, field: 'weight' }, /quality check `x` expects one of/],
  ['a range of texts', { kind: 'range', id: 'x', title, field: 'code' }, /kind number, money or time; got `code`/],
  [
    'an expression that is no truth',
    { kind: 'expression', id: 'x', title, holds: expression(({ record }) => record('amount')) },
    /gives a boolean; got one that gives a number/,
  ],
])('refuses %s', (_, check, message) => {
  expect(() => defineUseCase({ ...plain, quality: { checks: [check] } })).toThrow(message);
});
