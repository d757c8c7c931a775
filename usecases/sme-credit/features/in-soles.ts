import { type Expression, type Words, words } from '@rikuy/engine';

/** The year before, and the last quarter of it. */
export const year = { days: 366 } as const;
export const quarter = { days: 95 } as const;

/** A money field of a record, of the application or of a month, in soles at the rate of its day. */
export function inSoles(field: string, { record, times, lookup, orElse }: Words = words): Expression {
  return times(record(field), lookup('fx', orElse(record('currency'), 'PEN')));
}

/** What the company's months of this span were; a company without such records has none. */
export function months(within: { readonly days: number }, { past }: Words = words): ReturnType<Words['past']> {
  return past({ of: 'monthly_figures', by: 'applicant_ruc', within });
}

/** Income less expenses of a month, in soles. */
export const monthlyCash: Expression = words.minus(inSoles('income'), inSoles('expenses'));
