import { z } from 'zod';
import { gather, positionsUpTo } from '../math/gather.ts';
import { type Random, shuffle } from '../random/random.ts';
import { takeRows } from '../table/table.ts';
import { classRows, ratio } from './class-rows.ts';
import { defineSampler, type RowsToSample, type SamplerFactory } from './sampler.ts';

const params = z.strictObject({ ratio });

/** Repeats random rows of the smaller class until it reaches `ratio`; every row stays at least once. */
export const randomOverSampling: SamplerFactory<typeof params> = defineSampler({
  kind: 'random-over-sampling',
  params,
  draw: (chosen, rows, random) => {
    const { smaller, larger } = classRows(rows.y);
    const missing = Math.max(Math.floor(chosen.ratio * larger.length) - smaller.length, 0);
    const repeated = new Uint32Array(missing).map(() => smaller[random.below(smaller.length)]);
    return rowsAt(rows, joined(positionsUpTo(rows.y.length), repeated));
  },
});

/** Leaves out random rows of the larger class until the smaller one reaches `ratio`; the order of rows stays. */
export const randomUnderSampling: SamplerFactory<typeof params> = defineSampler({
  kind: 'random-under-sampling',
  params,
  draw: (chosen, rows, random) => {
    const { smaller, larger } = classRows(rows.y);
    const wanted = Math.min(Math.floor(smaller.length / chosen.ratio), larger.length);
    return rowsAt(rows, joined(smaller, someOf(larger, wanted, random)).sort());
  },
});

function someOf(rows: Uint32Array, count: number, random: Random): Uint32Array {
  return shuffle(rows.slice(), random).subarray(0, count);
}

function joined(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function rowsAt({ X, y, weights }: RowsToSample, rows: Uint32Array): RowsToSample {
  return { X: takeRows(X, rows), y: gather(y, rows), weights: gather(weights, rows) };
}
