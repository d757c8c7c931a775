import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';
import { truth } from '../truth.ts';

export const aboveOperator = pureOperator({
  name: 'above',
  summary: 'Whether the first is larger than the second.',
  takes: ['number', 'number'],
  gives: 'boolean',
  evaluate: (left: number, right: number) => truth(left > right, left, right),
  formula: (left, right) => `${left} > ${right}`,
  infix: true,
});

/** `above(a, b)`: a > b; unknown when either is missing. */
export const above = (left: Operand, right: Operand): Expression => call('above', left, right);
