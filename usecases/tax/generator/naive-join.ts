import { categories, numbers, type Table, table } from '@rikuy/learn';
import type { GeneratedCountry } from './generate-returns.ts';

/** Audited returns with columns of enforcement, and what the audits found. */
export interface JoinedReturns {
  readonly X: Table;
  readonly y: Float64Array;
}

/**
 * The mistake that the trap invites: each audited return joined with the action of its own case, which came after it
 * and because of what the audit found. It exists to be caught; nothing else may use it.
 */
export function naiveJoin({ returns, enforcementActions }: GeneratedCountry): JoinedReturns {
  const audited = returns.filter(({ finding }) => finding !== null);
  const ofCase = new Map(enforcementActions.map(({ record }) => [record.declaration_number, record]));
  const actions = audited.map(({ record }) => ofCase.get(record.declaration_number) ?? null);
  return {
    X: table({
      declared_income: numbers(audited.map(({ record }) => Number(record.declared_income))),
      penalty_amount: numbers(actions.map(action => (action === null ? NaN : Number(action.penalty_amount)))),
      enforcement_type: categories(actions.map(action => (action === null ? null : String(action.enforcement_type)))),
    }),
    y: Float64Array.from(audited, ({ finding }) => finding!.evasion),
  };
}
