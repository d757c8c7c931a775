import type { ColumnShift, DatasetColumn, DatasetDiff, DatasetVersion } from '@rikuy/contracts';
import type { DatasetStore, DatasetTable } from '../ports/dataset-store.ts';
import { eventColumn } from '../stages/datasets/dataset-tables.ts';
import { columnShift } from '../stages/datasets/distribution-shift.ts';

/** What changed between two versions: rows by their identity, columns, and how far each distribution moved. */
export async function compareDatasets(
  { before, after }: { readonly before: DatasetVersion; readonly after: DatasetVersion },
  datasets: DatasetStore,
): Promise<DatasetDiff> {
  const table = after.mainTable;
  const older = await datasets.open(before, table);
  try {
    const newer = await datasets.open(after, table);
    try {
      return {
        ...(await compareTables(older, newer)),
        useCase: after.useCase,
        table,
        before: before.version,
        after: after.version,
      };
    } finally {
      await newer.close();
    }
  } finally {
    await older.close();
  }
}

type Comparison = Omit<DatasetDiff, 'useCase' | 'table' | 'before' | 'after'>;

async function compareTables(older: DatasetTable, newer: DatasetTable): Promise<Comparison> {
  const shared = newer.columns.filter(column => isComparable(column) && older.columns.some(one => isSame(one, column)));
  const names = shared.map(({ name }) => name);
  const { added, removed, changed, unchanged, changedIn } = await newer.compareWith(older, {
    by: eventColumn,
    columns: names,
  });
  const changes = names.map((column, i) => ({ column, rows: changedIn[i] })).filter(({ rows }) => rows > 0);
  return {
    rowsBefore: older.rows,
    rowsAfter: newer.rows,
    added,
    removed,
    changed,
    unchanged,
    changedColumns: changes.sort((a, b) => b.rows - a.rows),
    schema: [...schemaChanges(older.columns, newer.columns)],
    shifts: [...(await shiftsOf(older, newer, shared))],
  };
}

/** The log's own columns are the same for the same event. */
function isComparable({ role }: DatasetColumn): boolean {
  return role !== 'log';
}

function isSame(one: DatasetColumn, other: DatasetColumn): boolean {
  return one.name === other.name && one.kind === other.kind && one.personal === other.personal;
}

function schemaChanges(before: readonly DatasetColumn[], after: readonly DatasetColumn[]): DatasetDiff['schema'] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].flatMap(name => {
    const [old, now] = [before.find(column => column.name === name), after.find(column => column.name === name)];
    if (old && now && isSame(old, now)) return [];
    const change = !old ? ('added' as const) : !now ? ('removed' as const) : ('changed' as const);
    return [{ column: name, change, before: describe(old), after: describe(now) }];
  });
}

function describe(column: DatasetColumn | undefined): string | null {
  if (!column) return null;
  return column.personal ? `${column.kind}, personal` : column.kind;
}

/** Identities are new in every row, and times only go on. The greatest shift comes first. */
async function shiftsOf(
  older: DatasetTable,
  newer: DatasetTable,
  shared: readonly DatasetColumn[],
): Promise<readonly ColumnShift[]> {
  const shifts: ColumnShift[] = [];
  for (const column of shared)
    if (column.role !== 'identity' && column.kind !== 'time') shifts.push(await columnShift(older, newer, column));
  return shifts.sort((a, b) => b.psi - a.psi);
}
