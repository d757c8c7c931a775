import { z } from 'zod';
import { positionsUpTo } from '../math/gather.ts';
import { LearnError } from '../protocol/learn-error.ts';

/** The parameter that all samplers share. */
export const ratio = z
  .number()
  .positive()
  .max(1)
  .default(1)
  .describe('Rows of the smaller class per row of the larger one, afterwards; training rows already nearer stay.');

/** Positions of the rows of each class by size; of equal ones, class 1 counts as the smaller. */
export interface ClassRows {
  readonly smaller: Uint32Array;
  readonly larger: Uint32Array;
}

/** @throws LearnError `invalid-data` unless both classes, 0 and 1, are there and no other */
export function classRows(y: Float64Array): ClassRows {
  const positions = positionsUpTo(y.length);
  const [negative, positive] = [0, 1].map(label => positions.filter(row => y[row] === label));
  if (negative.length === 0 || positive.length === 0 || negative.length + positive.length < y.length) {
    throw new LearnError(
      'invalid-data',
      `\`y\` must hold both classes, 0 and 1, and nothing else; got ${negative.length} rows of 0 and ${positive.length} of 1 among ${y.length}.`,
    );
  }
  return positive.length <= negative.length
    ? { smaller: positive, larger: negative }
    : { smaller: negative, larger: positive };
}
