import type { FitOptions } from '../../protocol/estimator.ts';
import { seeded } from '../../random/random.ts';
import { kernel } from '../generated/kernels.ts';
import { KernelPool } from '../kernels/kernel-pool.ts';
import { MemoryPlan } from '../kernels/memory-plan.ts';
import { treeInputs, type TreeInput } from '../matrix.ts';
import type { TrainingRows } from '../training-rows.ts';
import type { TreeEnsemble } from '../tree-ensemble.ts';
import { type BinnedRegions, binTable, reserveBinned } from './binned-table.ts';
import type { Cutting, InputBins } from './bins.ts';
import { type ForestUnits, joinForestTrees, readForestTree } from './forest-nodes.ts';
import { unitFor } from './units.ts';

export interface ForestParams {
  readonly trees: number;
  readonly maxDepth: number;
  readonly minLeaf: number;
  readonly maxBins: number;
  readonly columnsPerSplit: 'sqrt' | number;
  readonly bootstrap: boolean;
  readonly outOfBag: boolean;
  readonly oneHotLevels: number;
  readonly categorySmoothing: number;
}

export interface PlantedForest {
  readonly inputs: readonly TreeInput[];
  readonly ensemble: TreeEnsemble;
  /** Where asked for, the mean of the trees that did not draw a row; NaN where all did. */
  readonly outOfBag?: Float64Array;
}

interface ForestMemory {
  readonly pool: KernelPool;
  readonly binned: BinnedRegions;
  readonly packed: number;
  /** What the trees that did not draw a row say of it; 0 when nobody asks. */
  readonly outOfBag: number;
  /** Where trees are written, several at a time; `sets` is 0 when no input is a category. */
  readonly outputs: readonly { readonly nodes: number; readonly sets: number }[];
}

const CATEGORY_SCRATCH = 8192;
const STACK_BYTES = 8192;
const OUTPUT_BUDGET = 256 * 2 ** 20;
const OUTPUTS_PER_THREAD = 4;
const LEAST_GAIN = 1e-9;
const OUT_OF_BAG_QUANTA = 2 ** 40;

/**
 * A random forest (Breiman, "Random forests", 2001). Its leaves hold their mean's difference from `center`, divided
 * by the number of trees, so that the sum over the trees and `center` is the prediction.
 */
export function plantForest(
  rows: TrainingRows,
  params: ForestParams,
  { center, cutting, options }: { center: number; cutting: Cutting; options: FitOptions },
): PlantedForest {
  const inputs = treeInputs(rows.X);
  const tries = countTries(params.columnsPerSplit, inputs.length);
  const memory = forestMemory(rows, inputs, { params, tries, threads: options.threads ?? 1 });
  try {
    const bins = binTable(memory.pool, memory.binned, memory.packed, {
      X: rows.X,
      inputs,
      maxBins: params.maxBins,
      cutting,
    });
    const units = writeProblem(memory, rows, { params, tries, center });
    const ensemble = growTrees(memory, bins, { params, units, center: Math.fround(center), options });
    const outOfBag = params.outOfBag ? readOutOfBag(memory, center) : undefined;
    return { inputs, ensemble, outOfBag };
  } finally {
    memory.pool.close();
  }
}

function forestMemory(
  { X }: TrainingRows,
  inputs: readonly TreeInput[],
  { params, tries, threads }: { params: ForestParams; tries: number; threads: number },
): ForestMemory {
  const { rowCount } = X;
  const plan = new MemoryPlan();
  const binned = reserveBinned(plan, rowCount, inputs);
  const packed = plan.reserve(rowCount * 8);
  const outOfBag = params.outOfBag ? plan.reserve(rowCount * kernel.OUT_OF_BAG_BYTES) : 0;
  const mostNodes = 2 * Math.min(2 ** params.maxDepth, rowCount);
  const nodeBytes = kernel.NODE_OUT_FIRST + mostNodes * kernel.NODE_OUT_BYTES;
  const setBytes = inputs.some(input => input.kind === 'category') ? mostNodes * kernel.NODE_SET_BYTES : 0;
  const affordable = Math.floor(OUTPUT_BUDGET / (nodeBytes + setBytes));
  const outputCount = Math.min(params.trees, Math.max(threads, Math.min(OUTPUTS_PER_THREAD * threads, affordable)));
  const outputs = Array.from({ length: outputCount }, () => ({
    nodes: plan.reserve(nodeBytes),
    sets: setBytes > 0 ? plan.reserve(setBytes) : 0,
  }));
  const scratchBytes =
    CATEGORY_SCRATCH +
    2 * kernel.SPLIT_BYTES +
    STACK_BYTES +
    tries * kernel.HISTOGRAM_BYTES +
    Math.ceil(inputs.length / 16) * 64 +
    rowCount * (params.outOfBag ? 24 : 16);
  return { pool: new KernelPool(plan, threads, scratchBytes), binned, packed, outOfBag, outputs };
}

function countTries(columnsPerSplit: 'sqrt' | number, width: number): number {
  const tries = columnsPerSplit === 'sqrt' ? Math.sqrt(width) : columnsPerSplit * width;
  return Math.min(width, Math.max(1, Math.round(tries)));
}

/** Writes settings and the packed row sums, and returns what a quantum of them is worth. */
function writeProblem(
  { pool, packed, binned, outOfBag }: ForestMemory,
  { targets, weights }: TrainingRows,
  { params, tries, center }: { params: ForestParams; tries: number; center: number },
): ForestUnits {
  const gradients = targets.map((target, i) => -weights[i] * (target - center));
  const units = { gradient: roomyUnit(gradients, 2 ** 31), hessian: roomyUnit(weights, 2 ** 32) };
  for (let i = 0, at = packed >>> 2; i < targets.length; i++, at += 2) {
    pool.ints[at] = Math.round(weights[i] / units.hessian);
    pool.ints[at + 1] = Math.round(gradients[i] / units.gradient);
  }
  pool.setInt(kernel.PACKED, packed);
  pool.setInt(kernel.CONSTRAINED, 0);
  pool.setInt(kernel.ONE_HOT_LEVELS, params.oneHotLevels);
  pool.setInt(kernel.FOREST_MAX_DEPTH, params.maxDepth);
  pool.setInt(kernel.FOREST_TRIES, tries);
  pool.setInt(kernel.FOREST_BOOTSTRAP, params.bootstrap ? 1 : 0);
  pool.setDouble(kernel.FOREST_MIN_GAIN, LEAST_GAIN);
  pool.setInt(kernel.FOREST_OUT_OF_BAG, outOfBag);
  pool.setDouble(kernel.FOREST_OUT_OF_BAG_SCALE, OUT_OF_BAG_QUANTA / largestDistance(targets, center));
  if (outOfBag) new Uint8Array(pool.buffer, outOfBag, binned.rowCount * kernel.OUT_OF_BAG_BYTES).fill(0);
  pool.setDouble(kernel.LAMBDA, 0);
  pool.setDouble(kernel.MIN_CHILD_WEIGHT, params.minLeaf);
  pool.setDouble(kernel.GRADIENT_UNIT, units.gradient);
  pool.setDouble(kernel.HESSIAN_UNIT, units.hessian);
  pool.setDouble(kernel.CATEGORY_SMOOTHING, params.categorySmoothing);
  return units;
}

function largestDistance(targets: Float32Array, center: number): number {
  return targets.reduce((largest, target) => Math.max(largest, Math.abs(target - center)), 0) || 1;
}

function readOutOfBag({ pool, outOfBag, binned }: ForestMemory, center: number): Float64Array {
  const sums = new BigInt64Array(pool.buffer, outOfBag, binned.rowCount * 2);
  const scale = pool.doubles[kernel.FOREST_OUT_OF_BAG_SCALE >>> 3];
  return Float64Array.from({ length: binned.rowCount }, (_, row) => {
    const trees = Number(sums[2 * row + 1]);
    return trees > 0 ? center + Number(sums[2 * row]) / scale / trees : NaN;
  });
}

/**
 * A unit with room for a bootstrap sample's sum: by Bennett's inequality a sample exceeds twice the sum and sixteen
 * times the largest value less than once in 10⁸ times (and is then cut short by the kernel).
 */
function roomyUnit(values: Float32Array, most: number): number {
  let sum = 0;
  let largest = 0;
  for (const value of values) {
    sum += Math.abs(value);
    largest = Math.max(largest, Math.abs(value));
  }
  return unitFor(2 * sum + 16 * largest, most - 1 - 2 * values.length);
}

function growTrees(
  { pool, outputs }: ForestMemory,
  bins: readonly InputBins[],
  growth: { params: ForestParams; units: ForestUnits; center: number; options: FitOptions },
): TreeEnsemble {
  const { params, units, center, options } = growth;
  const random = (options.random ?? seeded(0)).fork('forest');
  const grown = [];
  while (grown.length < params.trees) {
    const now = outputs.slice(0, params.trees - grown.length);
    now.forEach(({ nodes, sets }, k) => {
      pool.add(kernel.DO_FOREST_TREE, random.fork(grown.length + k).next() * 2 ** 32, nodes, sets);
    });
    pool.run();
    for (const output of now) grown.push(readForestTree(pool, output, { bins, units, treeCount: params.trees }));
    options.onProgress?.({ step: 'trees', done: grown.length, total: params.trees });
  }
  return joinForestTrees(grown, center);
}
