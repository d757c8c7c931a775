import { describe, expect, it } from 'vitest';
import { type EntityRows, entityPrecisionAtTop } from './entity-at-top.ts';

function rowsOf(rows: readonly (readonly [period: number, entity: number, score: number, y: number])[]): EntityRows {
  const column = (k: number): Float64Array => Float64Array.from(rows, row => row[k]);
  return { period: column(0), entity: column(1), score: column(2), y: column(3) };
}

describe('entityPrecisionAtTop', () => {
  it('ranks an entity by its highest score and finds it by any of its rows', () => {
    const rows = rowsOf([
      [1, 7, 0.9, 0],
      [1, 7, 0.1, 1],
      [1, 8, 0.5, 1],
      [1, 9, 0.6, 0],
    ]);
    expect(entityPrecisionAtTop(rows, 1)).toBe(1);
    expect(entityPrecisionAtTop(rows, 2)).toBe(0.5);
  });

  it('takes the mean over periods, in which entities found before are gone', () => {
    const rows = rowsOf([
      [2, 7, 0.9, 1],
      [2, 8, 0.8, 0],
      [2, 9, 0.7, 1],
      [1, 7, 0.9, 1],
      [1, 8, 0.8, 0],
    ]);
    expect(entityPrecisionAtTop(rows, 1)).toBe(0.5); // 7 on the first day; 8 on the second, as 7 has left
    expect(entityPrecisionAtTop(rows, 2)).toBe(0.5); // 7 of 7 and 8; 9 of 8 and 9
  });

  it('divides by the count even when there are fewer entities', () => {
    expect(entityPrecisionAtTop(rowsOf([[1, 7, 0.9, 1]]), 100)).toBe(0.01);
  });

  it('takes equal scores in the order of appearance', () => {
    const rows = rowsOf([
      [1, 8, 0.5, 0],
      [1, 7, 0.5, 1],
    ]);
    expect(entityPrecisionAtTop(rows, 1)).toBe(0);
  });

  it('counts an entity of weight 2 as two entities, and none of weight 0', () => {
    const rows = rowsOf([
      [1, 7, 0.9, 1],
      [1, 8, 0.8, 1],
      [1, 9, 0.7, 0],
    ]);
    expect(entityPrecisionAtTop({ ...rows, weights: Float64Array.of(2, 0, 1) }, 3)).toBeCloseTo(2 / 3, 12);
  });

  it('refuses a count of no whole entity and a column of another length, saying so', () => {
    const rows = rowsOf([[1, 7, 0.9, 1]]);
    expect(() => entityPrecisionAtTop(rows, 0.5)).toThrow(/`count` must be an integer ≥ 1; got 0.5/);
    expect(() => entityPrecisionAtTop({ ...rows, entity: [] }, 1)).toThrow(
      /`entity` must have one value per row \(1\); got 0/,
    );
  });
});
