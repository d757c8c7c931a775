import { expect, test } from 'vitest';
import { categories, numbers, times } from '../table/column.ts';
import { table } from '../table/table.ts';
import { encodeMatrix, treeInputs } from './matrix.ts';

const trained = table({ amount: numbers([1, 2.5]), country: categories(['PE', 'CN']) });

test('rows follow one another, categories by their place in the training levels', () => {
  const matrix = encodeMatrix(trained, treeInputs(trained));
  expect([...matrix]).toEqual([1, 0, 2.5, 1]);
});

test('codes follow the training levels, whatever the order of levels and columns later', () => {
  const later = table({ country: categories(['CN', 'PE']), extra: numbers([0, 0]), amount: numbers([3, 4]) });
  expect([...encodeMatrix(later, treeInputs(trained))]).toEqual([3, 1, 4, 0]);
});

test('missing values and unseen levels become NaN', () => {
  const later = table({ amount: numbers([NaN, 1]), country: categories([null, 'XX']) });
  expect([...encodeMatrix(later, treeInputs(trained))]).toEqual([NaN, NaN, 1, NaN]);
});

test('only levels that occur become levels of the model', () => {
  const X = table({ country: { kind: 'category', codes: Int32Array.of(2, 2, -1), levels: ['A', 'B', 'C'] } });
  expect(treeInputs(X)).toEqual([{ name: 'country', kind: 'category', levels: ['C'] }]);
});

test('a row whose table knows more levels than it has rows is coded like any other', () => {
  const levels = ['DE', 'PE', 'CN'];
  const codedAs = (code: number): number => {
    const country = { kind: 'category', codes: Int32Array.of(code), levels } as const;
    return encodeMatrix(table({ amount: numbers([1]), country }), treeInputs(trained))[1];
  };
  expect([0, 1, 2].map(codedAs)).toEqual([NaN, 0, 1]);
});

test('a missing column is named', () => {
  expect(() => encodeMatrix(table({ amount: numbers([1]) }), treeInputs(trained))).toThrow(
    /column `country` is missing/,
  );
});

test('a column of another kind is refused with both kinds', () => {
  const later = table({ amount: categories(['1']), country: categories(['PE']) });
  expect(() => encodeMatrix(later, treeInputs(trained))).toThrow(/`amount` must be of kind number.*category/);
});

test('a time column is refused as an input', () => {
  expect(() => treeInputs(table({ when: times([0]) }))).toThrow(/`when` must be of kind number or category/);
});
