import { kernel } from '../generated/kernels.ts';
import { KernelPool } from '../kernels/kernel-pool.ts';
import { MemoryPlan } from '../kernels/memory-plan.ts';
import type { TreeInput } from '../matrix.ts';
import { type BinnedRegions, reserveBinned } from './binned-table.ts';

/** Everything that boosting keeps in kernel memory, by address, and the pool that works on it. */
export interface GrowerMemory {
  readonly pool: KernelPool;
  readonly binned: BinnedRegions;
  /** Hessian and gradient of each row. */
  readonly packed: number;
  readonly margin: number;
  readonly target: number;
  readonly weight: number;
  readonly blockSums: number;
  /** Inputs that take part in the tree being grown. */
  readonly active: number;
  /** Two lists of rows; a node's rows lie in one of them, its children's mostly in the other. */
  readonly rowLists: readonly [number, number];
  /** Histograms of nodes, each with a record and a place for the best split of each input. */
  readonly slots: HistogramSlots;
  /** Histograms of parts of large nodes. */
  readonly partials: { readonly address: number; readonly count: number };
  /** Where partitions count the rows they sent left. */
  readonly counts: number;
}

export interface HistogramSlots {
  readonly count: number;
  readonly histograms: number;
  readonly histogramBytes: number;
  readonly records: number;
  readonly recordBytes: number;
  readonly splits: number;
  readonly splitBytes: number;
}

export interface GrowerShape {
  readonly rowCount: number;
  readonly inputs: readonly TreeInput[];
  readonly maxDepth: number;
  /** Leaves of a tree that grows leaf by leaf: all of them may be open, each with its histogram. */
  readonly maxLeaves?: number;
  readonly threads: number;
  /** What the histograms of open nodes may take. */
  readonly histogramBytes: number;
}

const NODE_BYTES = 64;
const CATEGORY_SCRATCH = 8192;
const FEWEST_SLOTS = 16;
const PARTS_PER_THREAD = 4;

export function growerMemory(shape: GrowerShape): GrowerMemory {
  const { rowCount, inputs, threads } = shape;
  const plan = new MemoryPlan();
  const padded = Math.ceil(rowCount / 4) * 4;
  const blocks = Math.ceil(rowCount / kernel.BLOCK_ROWS);
  const slotCount = countSlots(shape);
  const histogramBytes = inputs.length * kernel.HISTOGRAM_BYTES;
  const parts = threads > 1 ? PARTS_PER_THREAD * threads : 0;
  const regions = {
    binned: reserveBinned(plan, rowCount, inputs),
    packed: plan.reserve(padded * 8),
    margin: plan.reserve(padded * 4),
    target: plan.reserve(padded * 4),
    weight: plan.reserve(padded * 4),
    blockSums: plan.reserve(blocks * 16),
    active: plan.reserve(inputs.length * 4),
    rowLists: [plan.reserve(padded * 4), plan.reserve(padded * 4)] as const,
    slots: {
      count: slotCount,
      histograms: plan.reserve(slotCount * histogramBytes),
      histogramBytes,
      records: plan.reserve(slotCount * NODE_BYTES),
      recordBytes: NODE_BYTES,
      splits: plan.reserve(slotCount * inputs.length * kernel.SPLIT_BYTES),
      splitBytes: inputs.length * kernel.SPLIT_BYTES,
    },
    partials: { address: plan.reserve(parts * histogramBytes), count: parts },
    counts: plan.reserve((slotCount + parts) * 4),
  };
  const pool = new KernelPool(plan, threads, CATEGORY_SCRATCH);
  pool.setInt(kernel.PACKED, regions.packed);
  pool.setInt(kernel.MARGIN, regions.margin);
  pool.setInt(kernel.TARGET, regions.target);
  pool.setInt(kernel.BLOCK_SUMS, regions.blockSums);
  pool.setInt(kernel.ACTIVE, regions.active);
  return { pool, ...regions };
}

/** One for each node of the deepest level that is split, within the budget; or one for each leaf. */
function countSlots({ inputs, maxDepth, maxLeaves, rowCount, histogramBytes }: GrowerShape): number {
  if (maxLeaves !== undefined) return Math.min(maxLeaves, 2 ** maxDepth, rowCount) + FEWEST_SLOTS;
  const widest = Math.min(2 ** (maxDepth - 1), rowCount);
  const affordable = Math.floor(histogramBytes / (inputs.length * kernel.HISTOGRAM_BYTES));
  return Math.max(FEWEST_SLOTS, Math.min(widest + FEWEST_SLOTS, affordable));
}
