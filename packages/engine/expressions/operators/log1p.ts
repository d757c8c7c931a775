import { call, type Expression, type Operand } from '../expression.ts';
import { pureOperator } from '../operator.ts';

export const log1pOperator = pureOperator({
  name: 'log1p',
  summary: 'The natural logarithm of one more than the number; missing at −1 and below.',
  takes: ['number'],
  gives: 'number',
  evaluate: (number: number) => (number > -1 ? Math.log1p(number) : NaN),
  formula: number => `log(1 + ${number})`,
});

/** `log1p(a)`: ln(1 + a), for figures that spread over orders of magnitude. */
export const log1p = (number: Operand): Expression => call('log1p', number);
