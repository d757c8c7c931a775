import type { ColumnProfile, DatasetColumn, LeakageFinding, NumberProfile, Profile } from '@rikuy/contracts';
import type { ColumnCounts, DatasetTable } from '../../ports/dataset-store.ts';
import { associationsOf } from './associations.ts';
import { categoryProfileOf } from './category-profile.ts';
import { labelStrength } from './label-strength.ts';
import { numberProfileOf, quantileShares } from './number-profile.ts';
import { takeSample } from './sample.ts';
import { timeProfileOf } from './time-profile.ts';
import { warningsOf } from './warnings.ts';

export interface ProfileOptions {
  readonly name: string;
  readonly useCase?: string;
  readonly dataset?: string;
  /** Epoch ms. */
  readonly now: number;
  readonly seed?: number;
  /** The column of 0 and 1 that is to be known, and what it is called. */
  readonly label?: { readonly column: string; readonly name: string };
  /** The columns that tell rows apart. */
  readonly identity?: readonly string[];
  /** The column by which time runs; absent means the first of times. */
  readonly timeColumn?: string;
  readonly unreadable?: number;
  readonly onProgress?: (progress: { step: string; done: number; total: number }) => void;
}

/** Rows from which associations are taken: their correlations are then within 0.01 of those of all rows. */
export const sampledRows = 50_000;

/** What a table looks like; counts, moments, quantiles and Pearson's correlations are of all its rows. */
export async function profileTable(table: DatasetTable, options: ProfileOptions): Promise<Profile> {
  const columns = table.columns.filter(({ role }) => role !== 'log');
  const described = await describeColumns(table, columns, options);
  const compared = columns.filter(({ role, name }) => role !== 'label' && name !== options.label?.column);
  const sample = await takeSample(table, compared, { ...options, rows: sampledRows });
  const strength = labelStrength(sample);
  const body = {
    rows: table.rows,
    unreadable: options.unreadable ?? 0,
    duplicateRows: await repeatedRows(
      table,
      columns.filter(({ role }) => role !== 'identity'),
    ),
    duplicateIdentities: options.identity?.length ? await repeatedIdentities(table, options.identity) : null,
    sampleRows: sample.rows,
    label: options.label ? await labelCounts(table, options.label) : null,
    timeColumn:
      options.timeColumn ?? columns.find(({ kind, role }) => kind === 'time' && role !== 'label')?.name ?? null,
    columns: described.map(one => ({ ...one, labelAuc: strength.aucs.get(one.column.name) ?? null })),
    associations: [...(await associationsOf(table, sample))],
    leakage: strength.findings.map(toFinding),
  };
  return {
    protocol: 1,
    name: options.name,
    useCase: options.useCase ?? null,
    dataset: options.dataset ?? null,
    createdAt: new Date(options.now).toISOString(),
    ...body,
    warnings: [...warningsOf(body)],
  };
}

type Described = Omit<ColumnProfile, 'labelAuc'>;

async function describeColumns(
  table: DatasetTable,
  columns: readonly DatasetColumn[],
  { label, onProgress }: ProfileOptions,
): Promise<readonly Described[]> {
  const described: Described[] = [];
  for (const column of columns) {
    described.push(await describeColumn(table, column, label?.column));
    onProgress?.({ step: 'columns', done: described.length, total: columns.length });
  }
  return described;
}

async function describeColumn(table: DatasetTable, column: DatasetColumn, label?: string): Promise<Described> {
  const [counts] = await table.figures([column.name], quantileShares);
  const { present, distinct } = counts;
  const { kind, personal } = column;
  const isCategory = kind === 'category' || kind === 'boolean';
  return {
    column,
    present,
    missing: table.rows - present,
    distinct,
    numbers: await numbersOf(table, column, counts, label),
    categories: isCategory ? await categoryProfileOf(table, column.name, { label, present, distinct, personal }) : null,
    times: kind === 'time' && present > 0 ? await timeProfileOf(table, column.name, label) : null,
  };
}

async function numbersOf(
  table: DatasetTable,
  { name }: DatasetColumn,
  { numbers, distinct }: ColumnCounts,
  label: string | undefined,
): Promise<NumberProfile | null> {
  return numbers && numberProfileOf(table, name, { figures: numbers, distinct, label });
}

async function repeatedRows(table: DatasetTable, columns: readonly DatasetColumn[]): Promise<number> {
  return columns.length === 0 ? 0 : table.rows - (await table.distinctRows(columns.map(({ name }) => name)));
}

async function repeatedIdentities(table: DatasetTable, identity: readonly string[]): Promise<number> {
  return table.rows - (await table.distinctRows(identity));
}

async function labelCounts(
  table: DatasetTable,
  { column, name }: { readonly column: string; readonly name: string },
): Promise<Profile['label']> {
  const values = await table.commonest(column, { limit: 3, label: column });
  const total = (of: 'labelled' | 'positives'): number => values.reduce((sum, value) => sum + value[of], 0);
  return { name, labelled: total('labelled'), positives: total('positives') };
}

function toFinding({ code, ...found }: ReturnType<typeof labelStrength>['findings'][number]): LeakageFinding {
  return {
    kind: code,
    feature: 'column' in found ? found.column : null,
    value: found.figure,
    rows: 'rows' in found ? found.rows : null,
  };
}
