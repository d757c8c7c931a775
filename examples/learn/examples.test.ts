import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** What each example must say, so that it keeps showing what it promises. */
const promises: Readonly<Record<string, RegExp>> = {
  'exchange-with-xgboost.ts': /greatest difference .*: 0$/m,
  'find-the-odd.ts': /invoice 1: .* usual\ninvoice 2: .* odd\nOf the second, the column freight is the oddest/,
  'imbalance-inside-folds.ts': /as they are .* found at 0\.5: \d %\n[\s\S]*SMOTE .* found at 0\.5: \d\d %/,
  'scorecard.ts': /= \d+ points; the higher, the safer/,
  'time-ordered-validation.ts': /learned from .* up to day \d+, judged from day \d+ on: AUC 0\.[89]\d\d/,
  'train-and-explain.ts': /The riskiest has (0\.\d{3});[\s\S]*which is \1$/m,
  'tune-with-tpe.ts': /20 trials, [\s\S]*AUC on fresh rows: 0\.8\d\d/,
};

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => void printed.push(values.join(' ')));
});
afterEach(() => vi.restoreAllMocks());

it('has a promise for every example', () => {
  const programs = readdirSync(import.meta.dirname).filter(name => name.endsWith('.ts') && !/test|imports/.test(name));
  expect(Object.keys(promises)).toEqual(programs.toSorted());
});

it.each(Object.entries(promises))('%s runs and says what it promises', async (name, promise) => {
  await import(join(import.meta.dirname, name));
  expect(printed.join('\n')).toMatch(promise);
});
