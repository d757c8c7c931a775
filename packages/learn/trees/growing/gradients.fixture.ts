import { numbers } from '../../table/column.ts';
import { table } from '../../table/table.ts';
import { kernel } from '../generated/kernels.ts';
import { treeInputs } from '../matrix.ts';
import { growerMemory } from './grower-memory.ts';
import type { Loss } from './loss.ts';

export interface MarginRow {
  readonly margin: number;
  readonly target: number;
  readonly weight: number;
}

/** For tests: what the kernel of a loss writes for these rows, before it becomes whole quanta. */
export function gradientsOf(loss: Loss, rows: readonly MarginRow[]): { gradient: number; hessian: number }[] {
  const inputs = treeInputs(table({ x: numbers(rows.map(() => 0)) }));
  const memory = growerMemory({ rowCount: rows.length, inputs, maxDepth: 1, threads: 1, histogramBytes: 0 });
  const { pool, margin, target, weight, packed } = memory;
  const floats = (address: number, of: (row: MarginRow) => number): void =>
    pool.floats.set(rows.map(of), address >>> 2);
  floats(margin, row => row.margin);
  floats(target, row => row.target);
  floats(weight, row => row.weight);
  pool.setInt(kernel.WEIGHT, weight);
  pool.setInt(kernel.SAMPLE_BELOW, 0);
  pool.setDouble(kernel.LOSS_PARAMETER, loss.parameter ?? 0);
  pool.add(loss.gradients, 0, rows.length);
  pool.run();
  const found = rows.map((_, row) => {
    const at = (packed >>> 2) + 2 * row;
    return { hessian: pool.floats[at], gradient: pool.floats[at + 1] };
  });
  pool.close();
  return found;
}
