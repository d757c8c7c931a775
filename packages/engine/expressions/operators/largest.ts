import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const largestOperator = pureOperator({
  name: 'largest',
  summary: 'The largest of the numbers; missing when any is.',
  takes: ['number', 'number'],
  rest: true,
  gives: 'number',
  evaluate: (...numbers: number[]) => Math.max(...numbers),
  formula: (...numbers) => `largest(${numbers.join(', ')})`,
});

/** `largest(a, b, …)`: the maximum of one event's figures; of past events ask `past(…).max(…)`. */
export const largest = (...numbers: readonly Operand[]): Expression => call('largest', ...numbers);
