import { type Estimator, categories, numbers, table, type Table } from '@rikuy/learn';

const ROWS = 60;

/** Whether an estimator takes columns of categories, and gaps; found out by trying. */
export interface Takes {
  readonly categories: boolean;
  readonly gaps: boolean;
}

export function takes(make: () => Estimator, names: readonly string[]): Takes {
  return {
    categories: fits(make, rows(names, { categories: true, gaps: false })),
    gaps: fits(make, rows(names, { categories: false, gaps: true })),
  };
}

/** Columns of any names, because some estimators ask for theirs. */
function rows(names: readonly string[], with_: Takes): Table {
  const values = (place: number): number[] =>
    Array.from({ length: ROWS }, (_, i) => (with_.gaps && i % 7 === place ? NaN : ((i * (place + 3)) % 11) + 1));
  const columns = names.map((name, place) => [name, numbers(values(place))] as const);
  const texts = categories(Array.from({ length: ROWS }, (_, i) => ['a', 'b', 'c'][i % 3]));
  return table(Object.fromEntries([...columns, ...(with_.categories ? [['text', texts] as const] : [])]));
}

function fits(make: () => Estimator, X: Table): boolean {
  try {
    make().fit(
      X,
      Float64Array.from({ length: ROWS }, (_, i) => (i % 5 === 0 ? 1 : 0)),
    );
    return true;
  } catch {
    return false;
  }
}
