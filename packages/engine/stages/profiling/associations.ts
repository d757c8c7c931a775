import type { Association } from '@rikuy/contracts';
import { type CategoryColumn, column, type NumberColumn } from '@rikuy/learn';
import type { DatasetTable } from '../../ports/dataset-store.ts';
import { correlationRatio, cramersV, spearman } from './association-measures.ts';
import type { Sample } from './sample.ts';

/** Columns with more values than this in the sample are names rather than categories. */
const mostLevels = 200;

/** How strongly every two columns go together, by the measure that fits their kinds; undefined ones are left out. */
export async function associationsOf(table: DatasetTable, sample: Sample): Promise<readonly Association[]> {
  const numeric = sample.columns.filter(({ kind, role }) => kind === 'number' && role !== 'identity');
  const grouped = sample.columns.filter(
    ({ name, kind, role }) =>
      (kind === 'category' || kind === 'boolean') && role !== 'identity' && isGroup(sample, name),
  );
  const names = numeric.map(({ name }) => name);
  const groups = grouped.map(({ name }) => name);
  const pearson = await table.correlations(names);
  const found: Association[] = [
    ...pairs(names).map(([a, b]) => ({
      measure: 'pearson' as const,
      a,
      b,
      value: pearson[names.indexOf(a)][names.indexOf(b)],
    })),
    ...pairs(names).map(([a, b]) => ({
      measure: 'spearman' as const,
      a,
      b,
      value: spearman(numbersOf(sample, a), numbersOf(sample, b)),
    })),
    ...pairs(groups).map(([a, b]) => ({
      measure: 'cramers-v' as const,
      a,
      b,
      value: cramersV(codesOf(sample, a), codesOf(sample, b)),
    })),
    ...groups.flatMap(a =>
      names.map(b => ({
        measure: 'correlation-ratio' as const,
        a,
        b,
        value: correlationRatio(codesOf(sample, a), numbersOf(sample, b)),
      })),
    ),
  ];
  return found.filter(({ value }) => Number.isFinite(value));
}

function pairs(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((b, j) => names.slice(0, j).map(a => [a, b] as const));
}

function isGroup({ table }: Sample, name: string): boolean {
  const { levels } = column(table, name) as CategoryColumn;
  return levels.length > 1 && levels.length <= mostLevels;
}

function numbersOf({ table }: Sample, name: string): Float64Array {
  return (column(table, name) as NumberColumn).values as Float64Array;
}

function codesOf({ table }: Sample, name: string): Int32Array {
  return (column(table, name) as CategoryColumn).codes;
}
