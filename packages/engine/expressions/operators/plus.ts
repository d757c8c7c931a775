import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const plusOperator = pureOperator({
  name: 'plus',
  summary: 'The sum; missing when any part is.',
  takes: ['number', 'number'],
  rest: true,
  gives: 'number',
  evaluate: (...parts: number[]) => parts.reduce((sum, part) => sum + part),
  formula: (...parts) => parts.join(' + '),
  infix: true,
});

/** `plus(a, b, …)`: a + b + … */
export const plus = (...parts: readonly Operand[]): Expression => call('plus', ...parts);
