import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';
import { truth } from '../truth.ts';

export const atLeastOperator = pureOperator({
  name: 'atLeast',
  summary: 'Whether the first is not smaller than the second.',
  takes: ['number', 'number'],
  gives: 'boolean',
  evaluate: (left: number, right: number) => truth(left >= right, left, right),
  formula: (left, right) => `${left} ≥ ${right}`,
  infix: true,
});

/** `atLeast(a, b)`: a ≥ b; unknown when either is missing. */
export const atLeast = (left: Operand, right: Operand): Expression => call('atLeast', left, right);
