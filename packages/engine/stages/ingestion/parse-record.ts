import type { UseCase } from '../../use-case/use-case.ts';
import type { Binding } from './bind-columns.ts';
import { columnBinder } from './column-binder.ts';
import { type ParsedRecord, type RawRecord, readRecord } from './read-record.ts';
import type { ColumnHint } from './reading.ts';
import { type RecordPlan, recordPlan } from './record-plan.ts';

export interface ParseOptions {
  /** Line in the file; 0 where there are no lines. */
  readonly line?: number;
}

/**
 * Reads a raw record by its declaration: names and their aliases, number formats, units, spellings, identifiers and
 * times. What could be read in two ways is read as Peru writes it (`1,234.50`, day before month). Every wrong field is
 * told, not the first only.
 *
 * @throws RikuyError `invalid-request` when the use case has no such type of record
 */
export function parseRecord(
  useCase: UseCase,
  recordType: string,
  raw: RawRecord,
  { line = 0 }: ParseOptions = {},
): ParsedRecord {
  const plan = recordPlan(useCase, recordType);
  return readRecord(plan, raw, { line, binding: binderOf(plan)(raw), hints: noHints });
}

const noHints: ReadonlyMap<string, ColumnHint> = new Map();
const binders = new WeakMap<RecordPlan, (raw: RawRecord) => Binding>();

function binderOf(plan: RecordPlan): (raw: RawRecord) => Binding {
  const known = binders.get(plan) ?? columnBinder(plan);
  binders.set(plan, known);
  return known;
}
