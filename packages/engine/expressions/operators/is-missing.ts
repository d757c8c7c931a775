import { call, type Expression, type Operand, type Value } from '../expression.ts';
import { pureOperator } from '../operator.ts';
import { isMissingValue } from '../truth.ts';

export const isMissingOperator = pureOperator({
  name: 'isMissing',
  summary: 'Whether there is no value.',
  takes: ['any'],
  gives: 'boolean',
  evaluate: (value: Value) => Number(isMissingValue(value)),
  formula: value => `${value} is missing`,
  infix: true,
});

/** `isMissing(a)`: never unknown. */
export const isMissing = (value: Operand): Expression => call('isMissing', value);
