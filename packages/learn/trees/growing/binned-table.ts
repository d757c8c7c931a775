import type { Table } from '../../table/table.ts';
import { kernel } from '../generated/kernels.ts';
import type { KernelPool } from '../kernels/kernel-pool.ts';
import type { MemoryPlan } from '../kernels/memory-plan.ts';
import { encodedColumn, type TreeInput } from '../matrix.ts';
import { categoryBins, type Cutting, type InputBins, numberBins, sampleBytes } from './bins.ts';

/** Where a table's bins lie in kernel memory. */
export interface BinnedRegions {
  readonly rowCount: number;
  readonly width: number;
  readonly columns: number;
  readonly bins: number;
  readonly records: number;
  readonly cuts: number;
  readonly levels: number;
  readonly samples: readonly [number, number];
}

const COARSE_CUTS = 16;
const FINE_CUTS = 256;
const TASK_ROWS = 32_768;

export function reserveBinned(plan: MemoryPlan, rowCount: number, inputs: readonly TreeInput[]): BinnedRegions {
  const width = inputs.length;
  const mostLevels = Math.max(1, ...inputs.map(input => (input.kind === 'category' ? input.levels.length : 0)));
  return {
    rowCount,
    width,
    columns: plan.reserve(rowCount * width),
    bins: plan.reserve(rowCount * width),
    records: plan.reserve(width * kernel.INPUT_BYTES),
    cuts: plan.reserve((COARSE_CUTS + FINE_CUTS) * 4),
    levels: plan.reserve(mostLevels),
    samples: [plan.reserve(sampleBytes(rowCount)), plan.reserve(sampleBytes(rowCount))],
  };
}

/**
 * Fills the regions with the bins of every input of `X`, by columns and by rows, and says how values became bins.
 * `staging` is the address of four bytes for each row.
 */
export function binTable(
  pool: KernelPool,
  regions: BinnedRegions,
  staging: number,
  { X, inputs, maxBins, cutting }: { X: Table; inputs: readonly TreeInput[]; maxBins: number; cutting: Cutting },
): InputBins[] {
  const { rowCount, width } = regions;
  pool.setInt(kernel.ROWS, rowCount);
  pool.setInt(kernel.WIDTH, width);
  pool.setInt(kernel.STRIDE, width);
  pool.setInt(kernel.COLUMNS, regions.columns);
  pool.setInt(kernel.BINS, regions.bins);
  pool.setInt(kernel.INPUTS, regions.records);
  const values = new Float32Array(pool.buffer, staging, rowCount);
  const [sample, otherSample] = regions.samples;
  const column = { values: staging, rowCount, sample, otherSample };
  const binned = inputs.map((input, j) => {
    values.set(encodedColumn(X, input));
    const bins =
      input.kind === 'number'
        ? numberBins(pool, column, { maxBins, cutting })
        : categoryBins(values, input.levels.length, maxBins);
    quantise(pool, regions, staging, { input: j, bins });
    return bins;
  });
  byBlocks(rowCount, TASK_ROWS, (from, to) => pool.add(kernel.DO_TRANSPOSE, from, to));
  pool.run();
  return binned;
}

/** Calls `each` with consecutive ranges of at most `size` rows. */
export function byBlocks(rowCount: number, size: number, each: (from: number, to: number) => void): void {
  for (let from = 0; from < rowCount; from += size) each(from, Math.min(from + size, rowCount));
}

function quantise(
  pool: KernelPool,
  regions: BinnedRegions,
  values: number,
  { input, bins }: { input: number; bins: InputBins },
): void {
  const record = regions.records + input * kernel.INPUT_BYTES;
  pool.setInt(record + kernel.INPUT_BIN_COUNT, bins.count);
  pool.setInt(record + kernel.INPUT_IS_CATEGORY, bins.kind === 'category' ? 1 : 0);
  if (bins.kind === 'number') writeCuts(pool, regions.cuts, bins.cuts);
  else new Uint8Array(pool.buffer, regions.levels).set(bins.binOfCode);
  const [what, table] =
    bins.kind === 'number' ? [kernel.DO_QUANTISE_NUMBERS, regions.cuts] : [kernel.DO_QUANTISE_CODES, regions.levels];
  byBlocks(regions.rowCount, TASK_ROWS, (from, to) => pool.add(what, values, from, to, input, table));
  pool.run();
}

/** Every sixteenth cut, then all of them; places without a cut are NaN, which no value reaches. */
function writeCuts(pool: KernelPool, address: number, cuts: Float32Array): void {
  const coarse = new Float32Array(pool.buffer, address, COARSE_CUTS);
  const fine = new Float32Array(pool.buffer, address + COARSE_CUTS * 4, FINE_CUTS);
  fine.fill(NaN).set(cuts);
  for (let k = 0; k < COARSE_CUTS; k++) coarse[k] = fine[k * 16 + 15];
}
