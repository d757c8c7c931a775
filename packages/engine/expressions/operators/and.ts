import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const andOperator = pureOperator({
  name: 'and',
  summary: 'Whether all hold: false as soon as one is false, unknown when the rest is unknown (Kleene).',
  takes: ['boolean', 'boolean'],
  rest: true,
  gives: 'boolean',
  // A product would make `false and unknown` unknown.
  evaluate: (...claims: number[]) => (claims.includes(0) ? 0 : claims.some(Number.isNaN) ? NaN : 1),
  formula: (...claims) => claims.join(' and '),
  infix: true,
});

/** `and(a, b, …)` */
export const and = (...claims: readonly Operand[]): Expression => call('and', ...claims);
