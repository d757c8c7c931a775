import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';
import { truth } from '../truth.ts';

export const belowOperator = pureOperator({
  name: 'below',
  summary: 'Whether the first is smaller than the second.',
  takes: ['number', 'number'],
  gives: 'boolean',
  evaluate: (left: number, right: number) => truth(left < right, left, right),
  formula: (left, right) => `${left} < ${right}`,
  infix: true,
});

/** `below(a, b)`: a < b; unknown when either is missing. */
export const below = (left: Operand, right: Operand): Expression => call('below', left, right);
