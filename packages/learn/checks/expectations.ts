import { LearnError, type LearnErrorCode } from '../protocol/learn-error.ts';
import type { Answer } from './answers.ts';

/** What a check throws when an estimator breaks a promise. */
export class BrokenPromise extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BrokenPromise';
  }
}

export function promise(holds: boolean, message: string): void {
  if (!holds) throw new BrokenPromise(message);
}

/** The same answers, bit for bit, or within a distance where one is given. */
export function sameAnswers(actual: readonly Answer[], expected: readonly Answer[], when: string, within = 0): void {
  promise(
    actual.map(({ name }) => name).join() === expected.map(({ name }) => name).join(),
    `it must answer the same questions ${when}`,
  );
  actual.forEach((answer, k) => sameValues(answer, expected[k].values, { when, within }));
}

export function sameValues(
  { name, values }: Answer,
  expected: Answer['values'],
  { when, within = 0 }: { readonly when: string; readonly within?: number },
): void {
  promise(
    values.length === expected.length,
    `${name} must give ${expected.length} values ${when}; got ${values.length}`,
  );
  const differs = values.findIndex((value, i) => !isSame(value, expected[i], within));
  promise(
    differs < 0,
    `${name} must be the same ${when}; value ${differs} is ${values[differs]}, not ${expected[differs]}`,
  );
}

/** Runs what must be refused, and looks at the refusal: the library's own error, of this code, naming the culprit. */
export function refuses(
  act: () => unknown,
  { code, naming, when }: { code: LearnErrorCode; naming: string; when: string },
): void {
  const thrown = errorOf(act);
  promise(thrown !== undefined, `it must refuse ${when}, and did not`);
  promise(thrown instanceof LearnError, `it must refuse ${when} with a LearnError; got ${String(thrown)}`);
  const { code: got, message } = thrown as LearnError;
  promise(got === code, `it must refuse ${when} with the code \`${code}\`; got \`${got}\`: ${message}`);
  promise(message.includes(naming), `its refusal of ${when} must name ${naming}; it says: ${message}`);
}

function errorOf(act: () => unknown): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}

function isSame(a: number | string | null, b: number | string | null, within: number): boolean {
  if (Object.is(a, b) || (a === 0 && b === 0)) return true;
  return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= within * Math.max(1, Math.abs(b));
}
