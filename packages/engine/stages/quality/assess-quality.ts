import { createHash } from 'node:crypto';
import type {
  DatasetVersion,
  FieldValue,
  QualityReport,
  QualityResult,
  QualityStatus,
  RecordValues,
} from '@rikuy/contracts';
import { lineageOf } from '../../expressions/check-expression.ts';
import { readsOfPeers, useCaseScope } from '../../expressions/use-case-scope.ts';
import { canonicalJson } from '../../ports/canonical-json.ts';
import type { ScannedTable } from '../../ports/dataset-store.ts';
import { fieldsOfCheck, type QualityCheck } from '../../use-case/quality-declaration.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import { isRowCheck, type RowCheck, rowCheck, type RowCheckDeclaration } from './row-checks.ts';

/** What a check measured, before its limits are applied. */
export type Measured = Pick<QualityResult, 'measure' | 'value' | 'checked' | 'violations' | 'examples'>;

export interface Assessed {
  readonly version: DatasetVersion;
  readonly against: DatasetVersion | null;
  /** A table of the version assessed; of the version before, null where there is none. */
  readonly open: (of: 'version' | 'against', table: string) => Promise<ScannedTable | null>;
  /** How far a column's distribution moved. */
  readonly shift: (
    older: ScannedTable,
    newer: ScannedTable,
    column: string,
  ) => Promise<{ readonly psi: number; readonly ks: number | null }>;
  /** Name of the column with an entry's number in the log, and of that with the time of its event. */
  readonly sequenceColumn: string;
  readonly eventTimeColumn: string;
}

const examplesKept = 5;
const msPerDay = 86_400_000;

/** Makes every check of the use case on a dataset version. Absent values of all fields are counted on the way. */
export async function assessQuality(
  useCase: UseCase,
  assessed: Assessed,
  { now }: { readonly now: number },
): Promise<Omit<QualityReport, 'counts'> & { readonly missing: number }> {
  const checks = useCase.quality?.checks ?? [];
  const measured = new Map<string, Measured>();
  let missing = 0;
  for (const table of Object.keys(useCase.records)) {
    const own = checks.filter(check => tableOf(useCase, check) === table);
    const rows = await measureRows(useCase, assessed, { table, checks: own.filter(isRowCheck) });
    missing += rows.missing;
    for (const [id, one] of rows.measured) measured.set(id, one);
    for (const check of own)
      if (!isRowCheck(check)) measured.set(check.id, await measureTable(assessed, { table, check, now }));
  }
  const results = checks.map(check => judge(useCase, check, measured.get(check.id)!));
  return {
    useCase: useCase.id,
    dataset: assessed.version.version,
    against: assessed.against?.version ?? null,
    assessedAt: new Date(now).toISOString(),
    status: worst(results.map(({ status }) => status)),
    checks: results,
    checksSha256: createHash('sha256').update(canonicalJson(checks)).digest('hex'),
    missing,
  };
}

/** The most severe. */
export function worst(statuses: readonly QualityStatus[]): QualityStatus {
  if (statuses.includes('fail')) return 'fail';
  return statuses.includes('warn') ? 'warn' : 'pass';
}

function tableOf({ decides }: UseCase, { record = decides }: QualityCheck): string {
  return record;
}

interface RowsToMeasure {
  readonly table: string;
  readonly checks: readonly RowCheckDeclaration[];
}

/** One pass over the rows for all checks. */
async function measureRows(
  useCase: UseCase,
  { open, sequenceColumn, eventTimeColumn }: Assessed,
  { table, checks }: RowsToMeasure,
): Promise<{ readonly measured: ReadonlyMap<string, Measured>; readonly missing: number }> {
  const rows = await open('version', table);
  const tallies = checks.map(check => new Tally(rowCheck(useCase, check)));
  let missing = 0;
  const fields = useCase.records[table].fields.map(({ name }) => name);
  const names = [sequenceColumn, eventTimeColumn, ...fields];
  for await (const columns of rows?.scan(names) ?? []) {
    const [sequences, eventTimes, ...values] = columns;
    for (const column of values) for (const value of column) if (value === null) missing++;
    for (let i = 0; i < sequences.length && tallies.length > 0; i++) {
      const row = rowAt(fields, values, i);
      for (const tally of tallies) tally.add(row, { sequence: Number(sequences[i]), eventTime: Number(eventTimes[i]) });
    }
  }
  return { measured: new Map(checks.map(({ id }, i) => [id, tallies[i].measured()])), missing };
}

function rowAt(fields: readonly string[], columns: readonly (readonly FieldValue[])[], i: number): RecordValues {
  const row: Record<string, FieldValue> = {};
  for (let j = 0; j < fields.length; j++) row[fields[j]] = columns[j][i];
  return row;
}

/** Counts what one check makes of rows. */
class Tally {
  private readonly check: RowCheck;
  private checked = 0;
  private violations = 0;
  private readonly examples: number[] = [];

  constructor(check: RowCheck) {
    this.check = check;
  }

  add(row: RecordValues, { sequence, eventTime }: { readonly sequence: number; readonly eventTime: number }): void {
    const finding = this.check(row, eventTime);
    if (finding === 'does-not-apply') return;
    this.checked++;
    if (finding === 'holds') return;
    this.violations++;
    if (this.examples.length < examplesKept) this.examples.push(sequence);
  }

  measured(): Measured {
    const { checked, violations, examples } = this;
    return { measure: 'share', value: checked > 0 ? violations / checked : null, checked, violations, examples };
  }
}

interface TableToMeasure {
  readonly table: string;
  readonly check: Exclude<QualityCheck, RowCheckDeclaration>;
  readonly now: number;
}

async function measureTable(assessed: Assessed, { table, check, now }: TableToMeasure): Promise<Measured> {
  const newer = await assessed.open('version', table);
  const rows = newer?.rows ?? 0;
  const counted = { checked: rows, violations: 0, examples: [] };
  switch (check.kind) {
    case 'rows':
      return { measure: 'rows', value: rows, ...counted };
    case 'freshness': {
      const newest = newer && rows > 0 ? await newestOf(newer, assessed.eventTimeColumn) : null;
      return { measure: 'days', value: newest === null ? null : (now - newest) / msPerDay, ...counted };
    }
    case 'distribution': {
      const { measure = 'psi', field } = check;
      const older = await assessed.open('against', table);
      const comparable = older && newer && older.rows > 0 && older.columns.some(({ name }) => name === field);
      const shift = comparable ? await assessed.shift(older, newer, field) : null;
      return { measure, value: shift?.[measure] ?? null, ...counted };
    }
  }
}

async function newestOf(table: ScannedTable, column: string): Promise<number> {
  let newest = -Infinity;
  for await (const [times] of table.scan([column])) for (const time of times) newest = Math.max(newest, Number(time));
  return newest;
}

function judge(useCase: UseCase, check: QualityCheck, measured: Measured): QualityResult {
  const { id, kind, title, warn = null, fail = null } = check;
  return {
    id,
    kind,
    title,
    table: tableOf(useCase, check),
    fields: [...fieldsRead(useCase, check)],
    status: statusOf(measured, { warn, fail }),
    warn,
    fail,
    ...measured,
    examples: [...measured.examples],
  };
}

type Limits = Pick<QualityResult, 'warn' | 'fail'>;

/** A limit of 0 on a share means: any violation at all. What could not be measured passes, and shows no figure. */
function statusOf({ measure, value, violations }: Measured, { warn, fail }: Limits): QualityStatus {
  const reaches = (limit: number | null): boolean => {
    if (limit === null || value === null) return false;
    if (measure === 'rows') return value < limit;
    if (measure === 'share') return violations > 0 && value >= limit;
    return value >= limit;
  };
  if (reaches(fail)) return 'fail';
  return reaches(warn) ? 'warn' : 'pass';
}

function fieldsRead(useCase: UseCase, check: QualityCheck): readonly string[] {
  if (check.kind !== 'expression') return fieldsOfCheck(check);
  const recordType = tableOf(useCase, check);
  const scope = { ...useCaseScope(useCase, { subject: check.id, reads: readsOfPeers }), recordType };
  const { sources } = lineageOf(check.holds, scope);
  return sources
    .filter(source => source.startsWith(`${recordType}.`))
    .map(source => source.slice(recordType.length + 1));
}
