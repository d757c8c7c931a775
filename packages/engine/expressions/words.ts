/**
 * The words in which features and rules are written. A use case is plain data; these only make it pleasant to write:
 *
 * ```ts
 * import { days, expression, features } from '@rikuy/engine';
 *
 * const declared = features(
 *   ({ record, past, label, lookup, feature, first, minus, times, dividedBy, orElse, month }) => ({
 *     unit_value: {
 *       value: dividedBy(record('amount'), record('quantity')),
 *       unit: 'USD',
 *       title: { es: 'Valor unitario', en: 'Unit value' },
 *       description: { es: 'Importe por unidad.', en: 'Amount per unit.' },
 *       justification: { es: 'Un precio inusual es la señal más directa.', en: 'An unusual price is the plainest sign.' },
 *       pattern: 'undervalued',
 *     },
 *     amount_usd: { value: times(record('amount'), lookup('fx', record('currency'))), … },
 *     usual_unit_value: {
 *       value: past({ by: ['code', 'country'], within: days(365) }).median(dividedBy(record('amount'), record('quantity'))),
 *       …
 *     },
 *     price_gap: {
 *       value: minus(times(feature('usual_unit_value'), record('quantity')), record('amount')),
 *       …
 *     },
 *     user_events_90d: { value: past({ by: 'user', within: days(90) }).count(), … },
 *     class_risk: {
 *       value: label('fraud').rate({
 *         by: ['code', 'country'],
 *         backOff: [first(record('code'), 6)],
 *         prior: 20,
 *         within: days(365),
 *       }),
 *       …
 *     },
 *     code_share: {
 *       value: dividedBy(past({ by: 'code', within: 'all' }).count(), past({ by: [], within: 'all' }).count()),
 *       …
 *     },
 *     code_class: { value: first(record('code'), 4), kind: 'category', … },
 *     month: { value: month(record('sent_at')), … },
 *   }),
 *   { owner: 'risk-analytics' },
 * );
 *
 * const rule = { when: expression(({ feature, above }) => above(feature('price_gap'), 10_000)), … };
 * ```
 *
 * - What is compared with the own history is a ratio of both: `dividedBy(record('amount'), past(…).mean('amount'))`.
 *   What is known of another record type is `past({ of: 'indicator', … }).recent('rate')`, joined as known at the time.
 * - A bare number, text or boolean is a constant, except where past events are keyed or measured (`by`, `.sum('x')`):
 *   there a text names a field.
 * - Missing spreads: a figure of something missing is missing. `orElse` and `isMissing` deal with it, and
 *   `when(…)` takes its `otherwise` when the condition is unknown.
 * - Nothing can look ahead: `past` and `label` give what was known, `record` refuses the label's columns.
 * - Days, months and hours are those of America/Lima unless a zone is given.
 *
 * @module
 */
import type { Expression } from './expression.ts';
import type { FeatureInput } from './feature-input.ts';
import type { FeatureDeclaration } from './feature.ts';
import { above } from './operators/above.ts';
import { absolute } from './operators/absolute.ts';
import { and } from './operators/and.ts';
import { atLeast } from './operators/at-least.ts';
import { atMost } from './operators/at-most.ts';
import { below } from './operators/below.ts';
import { constant } from './operators/constant.ts';
import { dayOfWeek } from './operators/day-of-week.ts';
import { daysBetween } from './operators/days-between.ts';
import { dividedBy } from './operators/divided-by.ts';
import { equals } from './operators/equals.ts';
import { eventTime } from './operators/event-time.ts';
import { feature } from './operators/feature.ts';
import { first } from './operators/first.ts';
import { hour } from './operators/hour.ts';
import { isMissing } from './operators/is-missing.ts';
import { isOneOf } from './operators/is-one-of.ts';
import { isWeekend } from './operators/is-weekend.ts';
import { label } from './operators/label.ts';
import { largest } from './operators/largest.ts';
import { log1p } from './operators/log1p.ts';
import { lookup } from './operators/lookup.ts';
import { minus } from './operators/minus.ts';
import { month } from './operators/month.ts';
import { not } from './operators/not.ts';
import { orElse } from './operators/or-else.ts';
import { or } from './operators/or.ts';
import { ordinal } from './operators/ordinal.ts';
import { past } from './operators/past.ts';
import { plus } from './operators/plus.ts';
import { quarter } from './operators/quarter.ts';
import { record } from './operators/record.ts';
import { smallest } from './operators/smallest.ts';
import { times } from './operators/times.ts';
import { together } from './operators/together.ts';
import { when } from './operators/when.ts';

/** Every word of the language. */
export const words = {
  above,
  absolute,
  and,
  atLeast,
  atMost,
  below,
  constant,
  dayOfWeek,
  daysBetween,
  dividedBy,
  equals,
  eventTime,
  feature,
  first,
  hour,
  isMissing,
  isOneOf,
  isWeekend,
  label,
  largest,
  log1p,
  lookup,
  minus,
  month,
  not,
  orElse,
  or,
  ordinal,
  past,
  plus,
  quarter,
  record,
  smallest,
  times,
  together,
  when,
} as const;
export type Words = typeof words;

export type { FeatureInput } from './feature-input.ts';

/** The features of a use case, in the order written. `defineUseCase` checks them. */
export function features(
  write: (words: Words) => Readonly<Record<string, FeatureInput>>,
  { owner }: { readonly owner: string },
): readonly FeatureDeclaration[] {
  return Object.entries(write(words)).map(([name, input]) => ({
    name,
    kind: 'number',
    unit: null,
    pattern: null,
    owner,
    ...input,
  }));
}

/** A single expression, for a rule or the comparison with peers. */
export function expression(write: (words: Words) => Expression): Expression {
  return write(words);
}
