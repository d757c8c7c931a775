import { bindColumns, type Binding, type ColumnMapping } from './bind-columns.ts';
import type { RawRecord } from './read-record.ts';
import type { RecordPlan } from './record-plan.ts';

/** Finds the binding of a raw record. Records of one source bring the same names, so the last one usually fits. */
export function columnBinder(plan: RecordPlan, mapping: ColumnMapping = {}): (raw: RawRecord) => Binding {
  let last = bindColumns(plan, [], mapping);
  return raw => {
    const columns = Object.keys(raw);
    if (!sameNames(last.columns, columns)) last = bindColumns(plan, columns, mapping);
    return last;
  };
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, position) => name === b[position]);
}
