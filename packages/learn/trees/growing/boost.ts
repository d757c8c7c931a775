import type { FitOptions } from '../../protocol/estimator.ts';
import { LearnError } from '../../protocol/learn-error.ts';
import { type Random, seeded, shuffle } from '../../random/random.ts';
import { kernel } from '../generated/kernels.ts';
import { treeInputs, type TreeInput } from '../matrix.ts';
import type { TrainingRows } from '../training-rows.ts';
import type { TreeEnsemble } from '../tree-ensemble.ts';
import { binTable, byBlocks } from './binned-table.ts';
import { EnsembleBuilder } from './ensemble-builder.ts';
import { type GrowerMemory, growerMemory } from './grower-memory.ts';
import { HeldOut } from './held-out.ts';
import type { Loss } from './loss.ts';
import { type PackedTotals, TreeGrower } from './tree-grower.ts';
import { unitFor } from './units.ts';

export interface BoostingParams {
  readonly trees: number;
  readonly learningRate: number;
  readonly maxDepth: number;
  readonly maxBins: number;
  readonly lambda: number;
  readonly gamma: number;
  readonly minChildWeight: number;
  readonly rowSample: number;
  readonly columnSample: number;
  readonly monotone: Readonly<Record<string, number>>;
  readonly oneHotLevels: number;
  readonly categorySmoothing: number;
  readonly earlyStoppingRounds?: number;
  readonly growth: 'depth-wise' | 'leaf-wise';
  /** Leaves of a leaf-wise tree at most. */
  readonly maxLeaves: number;
  /** A leaf's output at most, up or down, before the learning rate. */
  readonly maxStep: number;
  /** What the histograms of open nodes may take; nodes beyond are counted from their rows. Default 256 MiB. */
  readonly histogramBytes?: number;
}

export interface BoostedTrees {
  readonly inputs: readonly TreeInput[];
  readonly ensemble: TreeEnsemble;
}

/** Gradient boosting by histograms (Chen and Guestrin, "XGBoost: a scalable tree boosting system", 2016). */
export function boost(rows: TrainingRows, params: BoostingParams, loss: Loss, options: FitOptions): BoostedTrees {
  const inputs = treeInputs(rows.X);
  const monotone = monotoneDirections(inputs, params.monotone);
  const memory = growerMemory({
    rowCount: rows.X.rowCount,
    inputs,
    maxDepth: params.maxDepth,
    maxLeaves: params.growth === 'leaf-wise' ? params.maxLeaves : undefined,
    threads: options.threads ?? 1,
    histogramBytes: params.histogramBytes ?? 256 * 2 ** 20,
  });
  try {
    const bins = binTable(memory.pool, memory.binned, memory.rowLists[0], {
      X: rows.X,
      inputs,
      maxBins: params.maxBins,
      cutting: loss.cutting,
    });
    const base = Math.fround(loss.base(rows.targets, rows.weights));
    writeProblem(memory, { rows, params, monotone, base, loss });
    const builder = new EnsembleBuilder(bins);
    const grower = new TreeGrower(memory, { ...params, monotone }, builder);
    const trees = growTrees({ memory, builder, grower, inputs, params, loss, base, options });
    return { inputs, ensemble: builder.build(base, trees) };
  } finally {
    memory.pool.close();
  }
}

interface Growth {
  readonly memory: GrowerMemory;
  readonly builder: EnsembleBuilder;
  readonly grower: TreeGrower;
  readonly inputs: readonly TreeInput[];
  readonly params: BoostingParams;
  readonly loss: Loss;
  readonly base: number;
  readonly options: FitOptions;
}

/** Grows the trees and returns how many of them to keep. */
function growTrees({ memory, builder, grower, inputs, params, loss, base, options }: Growth): number {
  const random = (options.random ?? seeded(0)).fork('boosting');
  const heldOut = options.validation && new HeldOut(options.validation, { inputs, loss, base });
  const patience = heldOut ? (params.earlyStoppingRounds ?? Infinity) : Infinity;
  while (builder.treeCount < params.trees) {
    const active = sampleForTree(memory, params, random.fork(builder.treeCount));
    const { total, units } = takeGradients(memory, loss);
    grower.grow(total, units, active);
    const validationLoss = heldOut?.addTree(builder);
    options.onProgress?.({ step: 'trees', done: builder.treeCount, total: params.trees, loss: validationLoss });
    if (heldOut && builder.treeCount - heldOut.bestTrees >= patience) break;
  }
  return patience < Infinity && heldOut ? heldOut.bestTrees : builder.treeCount;
}

function writeProblem(
  { pool, margin, target, weight }: GrowerMemory,
  problem: { rows: TrainingRows; params: BoostingParams; monotone: readonly number[]; base: number; loss: Loss },
): void {
  const { rows, params, monotone, base, loss } = problem;
  const rowCount = rows.targets.length;
  // Kernels take four rows at a time: what is behind the last must be numbers, too.
  const padded = Math.ceil(rowCount / 4) * 4;
  new Float32Array(pool.buffer, margin, padded).fill(base);
  new Float32Array(pool.buffer, target, padded).fill(0).set(rows.targets);
  new Float32Array(pool.buffer, weight, padded).fill(0).set(rows.weights);
  pool.setInt(kernel.WEIGHT, rows.weights.every(one => one === 1) ? 0 : weight);
  const isBounded = params.maxStep < Infinity || monotone.some(direction => direction !== 0);
  pool.setInt(kernel.CONSTRAINED, isBounded ? 1 : 0);
  pool.setDouble(kernel.LOSS_PARAMETER, loss.parameter ?? 0);
  const records = pool.ints[kernel.INPUTS >>> 2] >>> 0;
  monotone.forEach((direction, j) => pool.setInt(records + j * kernel.INPUT_BYTES + kernel.INPUT_MONOTONE, direction));
  pool.setDouble(kernel.LAMBDA, params.lambda);
  pool.setDouble(kernel.MIN_CHILD_WEIGHT, params.minChildWeight);
  pool.setDouble(kernel.CATEGORY_SMOOTHING, params.categorySmoothing);
  pool.setInt(kernel.ONE_HOT_LEVELS, params.oneHotLevels);
}

/** Chooses the rows and inputs of the next tree and returns the number of inputs. */
function sampleForTree({ pool, active, binned }: GrowerMemory, params: BoostingParams, random: Random): number {
  const below = params.rowSample < 1 ? Math.max(1, Math.floor(params.rowSample * 2 ** 32)) : 0;
  pool.setInt(kernel.SAMPLE_BELOW, below);
  pool.setInt(kernel.SAMPLE_SEED, random.next() * 2 ** 32);
  const count = Math.max(1, Math.round(params.columnSample * binned.width));
  const all = Array.from({ length: binned.width }, (_, j) => j);
  const chosen = count < binned.width ? shuffle(all, random).slice(0, count) : all;
  pool.ints.set(
    chosen.toSorted((a, b) => a - b),
    active >>> 2,
  );
  pool.setInt(kernel.ACTIVE_COUNT, count);
  return count;
}

/** Gradients at the current margins, as whole quanta small enough that no sum of them overflows its word. */
function takeGradients(memory: GrowerMemory, loss: Loss): { total: PackedTotals; units: PackedTotals } {
  const { pool, binned, blockSums } = memory;
  const { rowCount } = binned;
  byBlocks(rowCount, kernel.BLOCK_ROWS, (from, to) => pool.add(loss.gradients, from, to));
  pool.run();
  const blocks = Math.ceil(rowCount / kernel.BLOCK_ROWS);
  const sums = pool.doubles.subarray(blockSums >>> 3, (blockSums >>> 3) + blocks * 2);
  const units = {
    gradient: unitFor(everySecond(sums, 0), 2 ** 31 - 1 - rowCount),
    hessian: unitFor(everySecond(sums, 1), 2 ** 32 - 1 - rowCount),
  };
  pool.setDouble(kernel.GRADIENT_UNIT, units.gradient);
  pool.setDouble(kernel.HESSIAN_UNIT, units.hessian);
  byBlocks(rowCount, kernel.BLOCK_ROWS, (from, to) => pool.add(kernel.DO_PACK, from, to));
  pool.run();
  return { total: packedTotal(memory, blocks), units };
}

function packedTotal({ pool, blockSums }: GrowerMemory, blocks: number): PackedTotals {
  let gradient = 0;
  let hessian = 0;
  for (let at = blockSums >>> 2, end = at + blocks * 4; at < end; at += 4) {
    hessian += pool.ints[at] >>> 0;
    gradient += pool.ints[at + 1];
  }
  return { gradient, hessian };
}

function everySecond(values: Float64Array, first: number): number {
  let sum = 0;
  for (let i = first; i < values.length; i += 2) sum += values[i];
  return sum;
}

/** @throws LearnError `missing-column` for a column that is not there, `invalid-parameter` for a category */
function monotoneDirections(inputs: readonly TreeInput[], wanted: Readonly<Record<string, number>>): number[] {
  for (const name of Object.keys(wanted)) {
    const input = inputs.find(one => one.name === name);
    if (!input) throw new LearnError('missing-column', `\`monotone\` names column \`${name}\`, which is missing.`);
    if (input.kind === 'category')
      throw new LearnError('invalid-parameter', `\`monotone\` must name numbers; \`${name}\` is a category.`);
  }
  return inputs.map(({ name }) => wanted[name] ?? 0);
}
