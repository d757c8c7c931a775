import { describe, expect, it } from 'vitest';
import { LearnError } from '../protocol/learn-error.ts';
import { categories, columnLength, numbers, times } from './column.ts';
import { categoryColumn, column, numberColumn, select, table, takeRows, withColumns } from './table.ts';

const X = table({
  amount: numbers([10, NaN, 30]),
  country: categories(['PE', null, 'CN']),
  day: times([1, 2, NaN]),
});

describe('columns', () => {
  it('code categories by first appearance, and read null, undefined and the empty text as missing', () => {
    const made = categories(['b', 'a', 'b', null, undefined, '']);
    expect(made.levels).toEqual(['b', 'a']);
    expect([...made.codes]).toEqual([0, 1, 0, -1, -1, -1]);
  });

  it('keep typed arrays without copying them', () => {
    const doubles = Float64Array.of(1, 2);
    const floats = Float32Array.of(1, 2);
    expect(numbers(doubles).values).toBe(doubles);
    expect(numbers(floats).values).toBe(floats);
    expect(times(doubles).values).toBe(doubles);
  });

  it('know their length', () => {
    expect([...X.columns.values()].map(columnLength)).toEqual([3, 3, 3]);
  });
});

describe('table', () => {
  it('refuses columns of different length by name', () => {
    expect(() => table({ a: numbers([1]), b: numbers([1, 2]) })).toThrow(/column `b` must have 1 rows .*; got 2/);
  });

  it('of no columns has no rows', () => {
    expect(table({}).rowCount).toBe(0);
  });

  it('gives columns by name and kind, and names what is missing', () => {
    expect(numberColumn(X, 'amount').values[0]).toBe(10);
    expect(categoryColumn(X, 'country').levels).toEqual(['PE', 'CN']);
    expect(() => column(X, 'weight')).toThrow(/`weight` is missing; the table has amount, country, day/);
    expect(() => numberColumn(X, 'country')).toThrow(/`country` must be of kind number; it is of kind category/);
    expect(() => column(X, 'weight')).toThrow(expect.objectContaining({ code: 'missing-column' }) as LearnError);
  });

  it('selects columns in the order asked for', () => {
    expect([...select(X, ['day', 'amount']).columns.keys()]).toEqual(['day', 'amount']);
  });

  it('takes rows in any order, more than once, of every kind', () => {
    const taken = takeRows(X, [2, 0, 2]);
    expect(taken.rowCount).toBe(3);
    expect([...numberColumn(taken, 'amount').values]).toEqual([30, 10, 30]);
    expect([...categoryColumn(taken, 'country').codes]).toEqual([1, 0, 1]);
    expect(column(taken, 'day')).toEqual(times([NaN, 1, NaN]));
  });

  it('keeps float32 columns as they are when rows are taken', () => {
    const floats = table({ x: numbers(Float32Array.of(1.5, 2.5)) });
    expect(numberColumn(takeRows(floats, [1]), 'x').values).toEqual(Float32Array.of(2.5));
  });

  it('adds and replaces columns without changing the table given', () => {
    const more = withColumns(X, { amount: numbers([1, 2, 3]), extra: numbers([4, 5, 6]) });
    expect([...more.columns.keys()]).toEqual(['amount', 'country', 'day', 'extra']);
    expect(numberColumn(X, 'amount').values[0]).toBe(10);
    expect(X.columns.has('extra')).toBe(false);
  });
});
