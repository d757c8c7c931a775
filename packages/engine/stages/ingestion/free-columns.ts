import type { RecordSource } from '../../ports/record-source.ts';
import { bindColumns, type ColumnMapping } from './bind-columns.ts';
import { missingColumns } from './missing-columns.ts';
import type { RecordPlan } from './record-plan.ts';

/**
 * The same rows, each read by the names that it has itself. A file without a column that every record needs is another
 * file than meant, and refused whole; of messages and objects each has its own shape, and only the wrong ones must go.
 */
export function withFreeColumns(plan: RecordPlan, source: RecordSource, mapping: ColumnMapping): RecordSource {
  return {
    ...source,
    columns: async () => {
      const found = await source.columns();
      const missing = missingColumns(plan, bindColumns(plan, found, mapping));
      return [...found, ...missing.map(({ field }) => field)];
    },
  };
}
