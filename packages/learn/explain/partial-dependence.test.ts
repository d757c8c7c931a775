import { describe, expect, it } from 'vitest';
import { categories, numbers } from '../table/column.ts';
import { categoryColumn, numberColumn, table, type Table } from '../table/table.ts';
import { partialDependence } from './partial-dependence.ts';

const X = table({
  weight: numbers([1, 2, 3, 4, NaN]),
  origin: categories(['CN', 'CN', 'US', null, 'CN']),
});

/** weight², plus 10 for rows from CN. */
function predict(Z: Table): Float64Array {
  const { codes, levels } = categoryColumn(Z, 'origin');
  return Float64Array.from(numberColumn(Z, 'weight').values, (weight, i) => {
    const square = Number.isNaN(weight) ? 0 : weight ** 2;
    return square + (levels[codes[i]] === 'CN' ? 10 : 0);
  });
}

describe('partialDependence', () => {
  it('averages predictions with a number set in every row, the others as they are', () => {
    expect(partialDependence(predict, X, 'weight', { points: 4 })).toEqual([
      { value: 1, mean: 7, share: 0.2 },
      { value: 2, mean: 10, share: 0.2 },
      { value: 3, mean: 15, share: 0.2 },
      { value: 4, mean: 22, share: 0.2 },
    ]);
  });

  it('takes categories by frequency', () => {
    expect(partialDependence(predict, X, 'origin')).toEqual([
      { value: 'CN', mean: 16, share: 0.6 },
      { value: 'US', mean: 6, share: 0.2 },
    ]);
  });

  it('counts the rows nearest to each point', () => {
    const skewed = table({ weight: numbers([0, 0, 0, 1, 9, 10]), origin: categories(Array(6).fill('US')) });
    expect(partialDependence(predict, skewed, 'weight', { points: 2 }).map(point => point.share)).toEqual([
      4 / 6,
      2 / 6,
    ]);
  });

  it('has no points for a column without values', () => {
    const empty = table({ weight: numbers([NaN]), origin: categories(['US']) });
    expect(partialDependence(predict, empty, 'weight')).toEqual([]);
  });

  it('leaves the table as it was', () => {
    const before = [...numberColumn(X, 'weight').values];
    partialDependence(predict, X, 'weight');
    expect([...numberColumn(X, 'weight').values]).toEqual(before);
  });
});
