import { LearnError } from '../../protocol/learn-error.ts';

const LEAST_UNIT = 2 ** -100;

/** The least power of two of which `sum` holds at most `most`; powers of two keep simple fractions exact. */
export function unitFor(sum: number, most: number): number {
  if (!Number.isFinite(sum)) throw overflowed();
  let unit = LEAST_UNIT;
  while (unit * most < sum) unit *= 2;
  return unit;
}

function overflowed(): LearnError {
  return new LearnError(
    'invalid-data',
    'targets and weights must be small enough for their sums to be finite in float32; scale them down.',
  );
}
