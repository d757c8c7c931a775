import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const notOperator = pureOperator({
  name: 'not',
  summary: 'Whether it does not hold; unknown stays unknown.',
  takes: ['boolean'],
  gives: 'boolean',
  evaluate: (claim: number) => 1 - claim,
  formula: claim => `not ${claim}`,
  infix: true,
});

/** `not(a)` */
export const not = (claim: Operand): Expression => call('not', claim);
