import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const absoluteOperator = pureOperator({
  name: 'absolute',
  summary: 'The number without its sign.',
  takes: ['number'],
  gives: 'number',
  evaluate: (number: number) => Math.abs(number),
  formula: number => `|${number}|`,
});

/** `absolute(a)`: |a| */
export const absolute = (number: Operand): Expression => call('absolute', number);
