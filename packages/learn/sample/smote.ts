import { z } from 'zod';
import { gather } from '../math/gather.ts';
import { presentNumbers, weightedDeviation, weightedQuantiles } from '../math/weighted.ts';
import { LearnError } from '../protocol/learn-error.ts';
import type { Random } from '../random/random.ts';
import type { CategoryColumn, Column, NumberColumn } from '../table/column.ts';
import { type Table, takeRows } from '../table/table.ts';
import { classRows, ratio } from './class-rows.ts';
import { nearestRows, type Neighbours } from './nearest-rows.ts';
import { defineSampler, type RowsToSample, type SamplerFactory } from './sampler.ts';

const params = z.strictObject({
  ratio,
  neighbours: z.int().min(1).default(5).describe('Nearest rows of the same class among which a partner is drawn.'),
});

/**
 * Makes up rows of the smaller class between a random one of its rows and one of its nearest neighbours (Chawla et
 * al., "SMOTE", 2002). All columns must be numbers without gaps, best on a common scale; for categories use `smoteNc`.
 * A made-up row has the weight of the row it starts from. Time grows with the square of the smaller class.
 */
export const smote: SamplerFactory<typeof params> = defineSampler({
  kind: 'smote',
  params,
  draw: (chosen, rows, random) => {
    for (const [name, { kind }] of rows.X.columns) {
      if (kind === 'category') throw unfit('smote', name, 'holds categories; use smoteNc()');
    }
    return enlarged('smote', rows, { ...chosen, random });
  },
});

/**
 * SMOTE for numbers and categories together (SMOTE-NC, Chawla et al. 2002): a category in which two rows differ counts
 * as the median of the numbers' standard deviations in their distance, and a made-up row takes the most frequent level
 * of its start's neighbours. At least one column must be a number.
 */
export const smoteNc: SamplerFactory<typeof params> = defineSampler({
  kind: 'smote-nc',
  params,
  draw: (chosen, rows, random) => {
    if (![...rows.X.columns.values()].some(({ kind }) => kind === 'number')) {
      throw new LearnError(
        'invalid-data',
        'smote-nc needs at least one column of numbers; got none. Use over-sampling.',
      );
    }
    return enlarged('smote-nc', rows, { ...chosen, random });
  },
});

interface Enlarging {
  readonly ratio: number;
  readonly neighbours: number;
  readonly random: Random;
}

function enlarged(kind: string, rows: RowsToSample, { ratio: wanted, neighbours, random }: Enlarging): RowsToSample {
  requireComplete(kind, rows.X);
  const { smaller, larger } = classRows(rows.y);
  const count = Math.max(Math.floor(wanted * larger.length) - smaller.length, 0);
  if (count === 0) return rows;
  if (smaller.length <= neighbours) throw tooFew(kind, smaller.length, neighbours);
  const own = takeRows(rows.X, smaller);
  const near = nearestRows(own, neighbours, levelDistance(own));
  const drawn = drawPairs(count, near, random);
  return appended(rows, madeUp(own, near, drawn), {
    label: rows.y[smaller[0]],
    starts: drawn.starts.map(at => smaller[at]),
  });
}

/** Where each made-up row starts, towards which row it goes, and how far in [0, 1). */
interface Pairs {
  readonly starts: Uint32Array;
  readonly partners: Uint32Array;
  readonly shares: Float64Array;
}

function drawPairs(count: number, near: Neighbours, random: Random): Pairs {
  const drawn = { starts: new Uint32Array(count), partners: new Uint32Array(count), shares: new Float64Array(count) };
  for (let k = 0; k < count; k++) {
    drawn.starts[k] = random.below(near.rowCount);
    drawn.partners[k] = near.rows[drawn.starts[k] * near.each + random.below(near.each)];
    drawn.shares[k] = random.next();
  }
  return drawn;
}

function madeUp(own: Table, near: Neighbours, drawn: Pairs): ReadonlyMap<string, Column> {
  const make = (one: Column): Column => {
    if (one.kind === 'category') return { ...one, codes: commonCodes(one, near)(drawn.starts) };
    return { kind: one.kind, values: between(one.values, drawn) };
  };
  return new Map([...own.columns].map(([name, one]) => [name, make(one)]));
}

function between(values: Float64Array | Float32Array, { starts, partners, shares }: Pairs): Float64Array {
  return shares.map((share, k) => values[starts[k]] + share * (values[partners[k]] - values[starts[k]]));
}

/** The most frequent code among the neighbours of each start; of equal ones that of the nearest. */
function commonCodes({ codes }: CategoryColumn, near: Neighbours): (starts: Uint32Array) => Int32Array {
  const common = Int32Array.from({ length: near.rowCount }, (_, row) => {
    const own = near.rows.subarray(row * near.each, (row + 1) * near.each);
    return mostFrequent(Array.from(own, at => codes[at]));
  });
  return starts => Int32Array.from(starts, at => common[at]);
}

function mostFrequent(codes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function appended(
  { X, y, weights }: RowsToSample,
  made: ReadonlyMap<string, Column>,
  { label, starts }: { label: number; starts: Uint32Array },
): RowsToSample {
  const columns = new Map([...X.columns].map(([name, one]) => [name, joined(one, made.get(name)!)]));
  return {
    X: { rowCount: X.rowCount + starts.length, columns },
    y: joinedDoubles(y, new Float64Array(starts.length).fill(label)),
    weights: joinedDoubles(weights, gather(weights, starts)),
  };
}

function joined(a: Column, b: Column): Column {
  if (a.kind !== 'category') {
    return { kind: a.kind, values: joinedDoubles(a.values, (b as NumberColumn).values) };
  }
  const codes = new Int32Array(a.codes.length + (b as CategoryColumn).codes.length);
  codes.set(a.codes);
  codes.set((b as CategoryColumn).codes, a.codes.length);
  return { ...a, codes };
}

function joinedDoubles(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** The median of the standard deviations of the numbers within the smaller class. */
function levelDistance(own: Table): number {
  const one = new Float64Array(own.rowCount).fill(1);
  const deviations = [...own.columns.values()].flatMap(column =>
    column.kind === 'number' ? [weightedDeviation(presentNumbers(column.values, one))] : [],
  );
  const equal = new Float64Array(deviations.length).fill(1);
  return weightedQuantiles({ values: Float64Array.from(deviations), weights: equal }, [0.5])[0];
}

function requireComplete(kind: string, X: Table): void {
  for (const [name, one] of X.columns) {
    const hasGaps = one.kind === 'category' ? one.codes.includes(-1) : one.values.some(Number.isNaN);
    if (hasGaps) throw unfit(kind, name, 'has gaps; put impute() before it in a pipeline');
  }
}

function unfit(kind: string, name: string, trouble: string): LearnError {
  return new LearnError('invalid-data', `${kind} needs complete columns it can mix; \`${name}\` ${trouble}.`);
}

function tooFew(kind: string, rows: number, neighbours: number): LearnError {
  return new LearnError(
    'invalid-data',
    `${kind} needs more rows of the smaller class than \`neighbours\` (${neighbours}); got ${rows}. Lower \`neighbours\`, or use over-sampling.`,
  );
}
