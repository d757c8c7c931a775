import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const dividedByOperator = pureOperator({
  name: 'dividedBy',
  summary: 'The quotient; missing when either is, and when the divisor is 0.',
  takes: ['number', 'number'],
  gives: 'number',
  evaluate: (dividend: number, divisor: number) => (divisor === 0 ? NaN : dividend / divisor),
  formula: (dividend, divisor) => `${dividend} ÷ ${divisor}`,
  infix: true,
});

/** `dividedBy(a, b)`: a ÷ b, missing when b is 0. */
export const dividedBy = (dividend: Operand, divisor: Operand): Expression => call('dividedBy', dividend, divisor);
