import type { Expression } from './expression.ts';
import { refusal, type Operator } from './operator.ts';
import { aboveOperator } from './operators/above.ts';
import { absoluteOperator } from './operators/absolute.ts';
import { andOperator } from './operators/and.ts';
import { atLeastOperator } from './operators/at-least.ts';
import { atMostOperator } from './operators/at-most.ts';
import { belowOperator } from './operators/below.ts';
import { constantOperator } from './operators/constant.ts';
import { dayOfWeekOperator } from './operators/day-of-week.ts';
import { daysBetweenOperator } from './operators/days-between.ts';
import { dividedByOperator } from './operators/divided-by.ts';
import { equalsOperator } from './operators/equals.ts';
import { eventTimeOperator } from './operators/event-time.ts';
import { featureOperator } from './operators/feature.ts';
import { firstOperator } from './operators/first.ts';
import { hourOperator } from './operators/hour.ts';
import { isMissingOperator } from './operators/is-missing.ts';
import { isOneOfOperator } from './operators/is-one-of.ts';
import { isWeekendOperator } from './operators/is-weekend.ts';
import { labelOperator } from './operators/label.ts';
import { largestOperator } from './operators/largest.ts';
import { log1pOperator } from './operators/log1p.ts';
import { lookupOperator } from './operators/lookup.ts';
import { minusOperator } from './operators/minus.ts';
import { monthOperator } from './operators/month.ts';
import { notOperator } from './operators/not.ts';
import { orElseOperator } from './operators/or-else.ts';
import { orOperator } from './operators/or.ts';
import { ordinalOperator } from './operators/ordinal.ts';
import { pastOperator } from './operators/past.ts';
import { plusOperator } from './operators/plus.ts';
import { quarterOperator } from './operators/quarter.ts';
import { recordOperator } from './operators/record.ts';
import { smallestOperator } from './operators/smallest.ts';
import { timesOperator } from './operators/times.ts';
import { togetherOperator } from './operators/together.ts';
import { whenOperator } from './operators/when.ts';
import type { Scope } from './scope.ts';

/** Every operator of the language, in the order of the alphabet. A test holds it against the folder. */
export const operators: readonly Operator[] = [
  aboveOperator,
  absoluteOperator,
  andOperator,
  atLeastOperator,
  atMostOperator,
  belowOperator,
  constantOperator,
  dayOfWeekOperator,
  daysBetweenOperator,
  dividedByOperator,
  equalsOperator,
  eventTimeOperator,
  featureOperator,
  firstOperator,
  hourOperator,
  isMissingOperator,
  isOneOfOperator,
  isWeekendOperator,
  labelOperator,
  largestOperator,
  log1pOperator,
  lookupOperator,
  minusOperator,
  monthOperator,
  notOperator,
  orElseOperator,
  orOperator,
  ordinalOperator,
  pastOperator,
  plusOperator,
  quarterOperator,
  recordOperator,
  smallestOperator,
  timesOperator,
  togetherOperator,
  whenOperator,
].map(operator => operator as unknown as Operator);

const byName: ReadonlyMap<string, Operator> = new Map(operators.map(operator => [operator.name, operator]));

/** The operator of an expression. @throws RikuyError `invalid-declaration` when there is none, or its parts are wrong */
export function operatorOf(expression: Expression, scope: Scope): Operator {
  const operator = byName.get(expression.op);
  if (!operator)
    throw refusal(
      scope,
      `expected an operator of the language; got \`${expression.op}\`. There are ${[...byName.keys()].join(', ')}.`,
    );
  const parsed = operator.schema.safeParse(expression);
  if (parsed.success) return operator;
  const [{ path, message }] = parsed.error.issues;
  throw refusal(scope, `\`${expression.op}\` has a wrong part \`${path.join('.')}\`: ${message}.`);
}
