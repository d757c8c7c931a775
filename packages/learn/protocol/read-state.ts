import type { z } from 'zod';
import { LearnError } from './learn-error.ts';
import type { State } from './state.ts';

/**
 * The JSON values of a state of this kind, checked against their schema.
 * @throws LearnError `unreadable-state`
 */
export function readValues<Schema extends z.ZodType>(state: State, kind: string, schema: Schema): z.output<Schema> {
  if (state.kind !== kind) {
    throw new LearnError('unreadable-state', `expected the state of \`${kind}\`; got that of \`${state.kind}\`.`);
  }
  const parsed = schema.safeParse(state.values);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(issue => `\`${issue.path.join('.')}\`: ${issue.message}`);
  throw new LearnError('unreadable-state', `the state of \`${kind}\` is damaged: ${reasons.join('; ')}.`, {
    cause: parsed.error,
  });
}

/**
 * The array of a state by its name.
 * @throws LearnError `unreadable-state` when it is absent or of another type or length
 */
export function readFloats(state: State, name: string, length: number): Float64Array {
  const found = state.arrays[name];
  if (found instanceof Float64Array && found.length === length) return found;
  throw new LearnError(
    'unreadable-state',
    `the state of \`${state.kind}\` must hold ${length} float64 values as \`${name}\`; got ${found?.length ?? 'none'}.`,
  );
}
