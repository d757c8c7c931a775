import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const orOperator = pureOperator({
  name: 'or',
  summary: 'Whether at least one holds: true as soon as one is true, unknown when the rest is unknown (Kleene).',
  takes: ['boolean', 'boolean'],
  rest: true,
  gives: 'boolean',
  evaluate: (...claims: number[]) => (claims.includes(1) ? 1 : claims.some(Number.isNaN) ? NaN : 0),
  formula: (...claims) => claims.join(' or '),
  infix: true,
});

/** `or(a, b, …)` */
export const or = (...claims: readonly Operand[]): Expression => call('or', ...claims);
