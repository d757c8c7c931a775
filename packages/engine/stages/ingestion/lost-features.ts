import { lineageOf } from '../../expressions/check-expression.ts';
import { readsOfFeatures, useCaseScope } from '../../expressions/use-case-scope.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import { bindColumns, type ColumnMapping } from './bind-columns.ts';
import { recordPlan } from './record-plan.ts';

/** A field that a source does not bring, and the features that have nothing to read without it. */
export interface AbsentField {
  readonly field: string;
  readonly lostFeatures: readonly string[];
}

/** The features that read a field, or read one that does; in the order declared. */
export function featuresOf(useCase: UseCase, recordType: string, field: string): readonly string[] {
  const scope = useCaseScope(useCase, { subject: 'features', reads: readsOfFeatures });
  const lost = new Set<string>();
  const source = `${recordType}.${field}`;
  for (let before = -1; before < lost.size;) {
    before = lost.size;
    for (const { name, value } of useCase.features) {
      const { sources, features } = lineageOf(value, scope);
      if (sources.includes(source) || features.some(read => lost.has(read))) lost.add(name);
    }
  }
  return useCase.features.map(({ name }) => name).filter(name => lost.has(name));
}

/** The fields of a type of record that none of these columns feeds, each with the features lost; label left out. */
export function absentFields(
  useCase: UseCase,
  recordType: string,
  { columns, mapping }: { readonly columns: readonly string[]; readonly mapping?: ColumnMapping },
): AbsentField[] {
  const plan = recordPlan(useCase, recordType);
  const { sources } = bindColumns(plan, columns, mapping);
  return plan.slots
    .filter(({ label }, slot) => label === null && sources[slot].columns.length === 0)
    .map(({ field }) => ({ field: field.name, lostFeatures: featuresOf(useCase, recordType, field.name) }));
}
