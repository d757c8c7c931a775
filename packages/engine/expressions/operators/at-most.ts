import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';
import { truth } from '../truth.ts';

export const atMostOperator = pureOperator({
  name: 'atMost',
  summary: 'Whether the first is not larger than the second.',
  takes: ['number', 'number'],
  gives: 'boolean',
  evaluate: (left: number, right: number) => truth(left <= right, left, right),
  formula: (left, right) => `${left} ≤ ${right}`,
  infix: true,
});

/** `atMost(a, b)`: a ≤ b; unknown when either is missing. */
export const atMost = (left: Operand, right: Operand): Expression => call('atMost', left, right);
