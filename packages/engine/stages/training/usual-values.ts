import type { CategoryColumn, Column, Table } from '@rikuy/learn';
import type { UsualValues } from '../../use-case/use-case.ts';

/** What is usual in each column: the median of numbers, the commonest category; null where all is missing. */
export function usualValues(X: Table): UsualValues {
  return Object.fromEntries([...X.columns].map(([name, column]) => [name, usual(column)]));
}

function usual(column: Column): number | string | null {
  return column.kind === 'category' ? commonest(column) : median(column.values);
}

function median(values: Float64Array | Float32Array): number | null {
  const known = Float64Array.from(values.filter(value => !Number.isNaN(value))).toSorted();
  if (known.length === 0) return null;
  const middle = (known.length - 1) / 2;
  return (known[Math.floor(middle)] + known[Math.ceil(middle)]) / 2;
}

function commonest({ codes, levels }: CategoryColumn): string | null {
  const counts = new Int32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  const most = counts.indexOf(Math.max(...counts));
  return most >= 0 && counts[most] > 0 ? levels[most] : null;
}
