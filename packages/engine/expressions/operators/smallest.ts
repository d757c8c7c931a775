import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const smallestOperator = pureOperator({
  name: 'smallest',
  summary: 'The smallest of the numbers; missing when any is.',
  takes: ['number', 'number'],
  rest: true,
  gives: 'number',
  evaluate: (...numbers: number[]) => Math.min(...numbers),
  formula: (...numbers) => `smallest(${numbers.join(', ')})`,
});

/** `smallest(a, b, …)`: the minimum of one event's figures; of past events ask `past(…).min(…)`. */
export const smallest = (...numbers: readonly Operand[]): Expression => call('smallest', ...numbers);
