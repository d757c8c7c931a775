import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const timesOperator = pureOperator({
  name: 'times',
  summary: 'The product; missing when any factor is.',
  takes: ['number', 'number'],
  rest: true,
  gives: 'number',
  evaluate: (...factors: number[]) => factors.reduce((product, factor) => product * factor),
  formula: (...factors) => factors.join(' × '),
  infix: true,
});

/** `times(a, b, …)`: a × b × … */
export const times = (...factors: readonly Operand[]): Expression => call('times', ...factors);
