import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const minusOperator = pureOperator({
  name: 'minus',
  summary: 'The first less the second; missing when either is.',
  takes: ['number', 'number'],
  gives: 'number',
  evaluate: (left: number, right: number) => left - right,
  formula: (left, right) => `${left} − ${right}`,
  infix: true,
});

/** `minus(a, b)`: a − b */
export const minus = (left: Operand, right: Operand): Expression => call('minus', left, right);
