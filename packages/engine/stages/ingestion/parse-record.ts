import type { UseCase } from '../../use-case/use-case.ts';
import { bindColumns, type Binding } from './bind-columns.ts';
import { type ParsedRecord, type RawRecord, readRecord } from './read-record.ts';
import type { ColumnHint } from './reading.ts';
import { type RecordPlan, recordPlan } from './record-plan.ts';

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
  return readRecord(plan, raw, { line, binding: bindingOf(plan, raw), hints: noHints });
}

export interface ParseOptions {
  /** Line in the file; 0 where there are no lines. */
  readonly line?: number;
}

const noHints: ReadonlyMap<string, ColumnHint> = new Map();
const lastBindings = new WeakMap<RecordPlan, Binding>();

/** Records of one source bring the same names each time, so the last binding usually fits. */
function bindingOf(plan: RecordPlan, raw: RawRecord): Binding {
  const columns = Object.keys(raw);
  const last = lastBindings.get(plan);
  if (last && sameNames(last.columns, columns)) return last;
  const binding = bindColumns(plan, columns);
  lastBindings.set(plan, binding);
  return binding;
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, position) => name === b[position]);
}
