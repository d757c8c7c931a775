import { bindColumns, type Binding, type ColumnMapping } from './bind-columns.ts';
import type { RawRecord } from './read-record.ts';
import type { RecordPlan } from './record-plan.ts';

/** Finds the binding of a raw record. Records of one source bring the same names, so the last one usually fits. */
export function columnBinder(plan: RecordPlan, mapping: ColumnMapping = {}): (raw: RawRecord) => Binding {
  let last = bindColumns(plan, [], mapping);
  return raw => {
    if (!hasNames(raw, last.columns)) last = bindColumns(plan, Object.keys(raw), mapping);
    return last;
  };
}

/** True when these are the names of the record, in order. Walking them makes no array for each record. */
function hasNames(raw: RawRecord, names: readonly string[]): boolean {
  let position = 0;
  for (const name in raw) if (name !== names[position++]) return false;
  return position === names.length;
}
