import { call, type Expression, type Operand } from '../expression.ts';
import { dayMs } from '../duration.ts';
import { pureOperator } from '../operator.ts';

export const daysBetweenOperator = pureOperator({
  name: 'daysBetween',
  summary: 'Days from the first time to the second, with fractions; negative when the second is earlier.',
  takes: ['time', 'time'],
  gives: 'number',
  evaluate: (from: number, to: number) => (to - from) / dayMs,
  formula: (from, to) => `days from ${from} to ${to}`,
  infix: true,
});

/** `daysBetween(from, to)` */
export const daysBetween = (from: Operand, to: Operand): Expression => call('daysBetween', from, to);
