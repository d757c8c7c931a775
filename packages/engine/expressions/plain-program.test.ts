import { describe, expect, it } from 'vitest';
import { orders, start, told } from '../stages/features/fixtures/orders.ts';
import { plainProgram } from './plain-program.ts';
import { readsOfRules } from './use-case-scope.ts';
import { expression } from './words.ts';

const useCase = orders(({ record }) => ({ gap: { ...told, value: record('amount') } }));
const evaluate = plainProgram(
  useCase,
  [
    expression(({ above, times, feature }) => above(times(feature('gap'), 2), -1)),
    expression(({ times, record, lookup }) => times(record('amount'), lookup('fx', 'PEN'))),
  ],
  { subject: 'the rules', reads: readsOfRules },
);

describe('an expression without history', () => {
  it('reads the record, its features and dated tables', () => {
    const moment = { record: { amount: 100 }, eventTime: start + 86_400_000, vector: { gap: 3 } };
    expect(evaluate(moment)).toEqual([1, 25]);
  });

  it('is unknown where a feature is missing, not as if it were 0', () => {
    expect(evaluate({ record: {}, eventTime: start, vector: { gap: null } })).toEqual([NaN, NaN]);
  });
});
