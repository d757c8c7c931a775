import type { InputColumn } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';

/** One channel: a column for each step, oldest first. */
export interface Sequence {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Groups columns by their names, `amount_1` … `amount_N`, whatever their order; 1 is the oldest step.
 * @throws LearnError `invalid-data` where a name has no step, a step is missing, or lengths differ
 */
export function sequencesByName(inputs: readonly InputColumn[]): Sequence[] {
  const groups = new Map<string, Map<number, string>>();
  for (const { name } of inputs) {
    const match = /^(.+)_([1-9]\d*)$/.exec(name);
    if (!match) throw unreadable(`column \`${name}\` has no step`);
    const [, channel, step] = match;
    if (!groups.has(channel)) groups.set(channel, new Map());
    groups.get(channel)!.set(Number(step), name);
  }
  const steps = Math.max(0, ...[...groups.values()].map(({ size }) => size));
  if (steps === 0) throw unreadable('there are no columns');
  return [...groups].map(([name, columns]) => ({ name, columns: inOrder(name, columns, steps) }));
}

function inOrder(name: string, columns: ReadonlyMap<number, string>, steps: number): string[] {
  return Array.from({ length: steps }, (_, step) => {
    const found = columns.get(step + 1);
    if (!found) throw unreadable(`column \`${name}_${step + 1}\` is missing`);
    return found;
  });
}

function unreadable(trouble: string): LearnError {
  return new LearnError(
    'invalid-data',
    `sequences are columns named like \`amount_1\` (oldest) to \`amount_N\`; ${trouble}. Put keepColumns() before it, or state \`sequences\`.`,
  );
}
