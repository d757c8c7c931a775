import {
  ACTIVE_COUNT, HISTOGRAM_BYTES, NODE_OPEN_PARTS, WIDTH, DO_QUANTISE_NUMBERS, DO_QUANTISE_CODES, DO_TRANSPOSE, DO_LOG_LOSS, DO_SQUARED_ERROR, DO_PACK, DO_LIST, DO_PARTITION, DO_PARTITION_CONSECUTIVE, DO_COPY, DO_HISTOGRAM, DO_HISTOGRAM_CONSECUTIVE, DO_SPLIT_LEAVES, DO_LEAF, DO_FOREST_TREE,
  DO_DISTINCT, DO_POISSON, DO_SORTED_SAMPLE, DO_TWEEDIE,
} from './layout';
import { evaluate } from './evaluate';
import { growForestTree } from './forest';
import { logLossGradients, packGradients, poissonGradients, squaredErrorGradients, tweedieGradients } from './gradient';
import { addConsecutiveRows, addConsecutiveRowsOfActive, addListedRows, addListedRowsOfActive } from './histogram';
import { addLeaf, addSplitLeaves, listRows, partitionConsecutive, partitionRows } from './partition';
import { distinctValues, sortedSample } from './sample';
import { quantiseCodes, quantiseNumbers, transposeRows } from './quantise';

// The first word of a task says what to do, the words after it are its arguments (trees/kernels/kernel-pool.ts).
export function perform(task: usize, scratch: usize): void {
  const what = load<i32>(task);
  const a = load<i32>(task, 4);
  const b = load<i32>(task, 8);
  const c = load<i32>(task, 12);
  const d = load<i32>(task, 16);
  const e = load<i32>(task, 20);
  if (what == DO_QUANTISE_NUMBERS) quantiseNumbers(a, b, c, d, e);
  else if (what == DO_QUANTISE_CODES) quantiseCodes(a, b, c, d, e);
  else if (what == DO_TRANSPOSE) transposeRows(a, b);
  else if (what == DO_LOG_LOSS) logLossGradients(a, b);
  else if (what == DO_SQUARED_ERROR) squaredErrorGradients(a, b);
  else if (what == DO_POISSON) poissonGradients(a, b);
  else if (what == DO_TWEEDIE) tweedieGradients(a, b);
  else if (what == DO_PACK) packGradients(a, b);
  else if (what == DO_LIST) listRows(a, b, c);
  else if (what == DO_PARTITION) store<i32>(e, partitionRows(a, b, c, d));
  else if (what == DO_PARTITION_CONSECUTIVE) store<i32>(e, partitionConsecutive(a, b, c, d));
  else if (what == DO_COPY) memory.copy(a, b, c);
  else if (what == DO_HISTOGRAM) countListed(a, b, c, d, e, scratch);
  else if (what == DO_HISTOGRAM_CONSECUTIVE) countConsecutive(a, b, c, d, e, scratch);
  else if (what == DO_SPLIT_LEAVES) addSplitLeaves(a, b, c, load<f32>(task, 16), load<f32>(task, 20));
  else if (what == DO_LEAF) addLeaf(a, b, load<f32>(task, 12));
  else if (what == DO_FOREST_TREE) growForestTree(a, b, c, scratch);
  else if (what == DO_DISTINCT) distinctValues(a, b, c, d, scratch);
  else if (what == DO_SORTED_SAMPLE) sortedSample(a, b, c, d, e, scratch);
}

function countListed(rows: usize, end: usize, histogram: usize, node: usize, sibling: usize, scratch: usize): void {
  clear(histogram);
  if (load<i32>(ACTIVE_COUNT) == load<i32>(WIDTH)) addListedRows(rows, end, histogram);
  else addListedRowsOfActive(rows, end, histogram);
  finishPart(node, sibling, scratch);
}

function countConsecutive(from: i32, to: i32, histogram: usize, node: usize, sibling: usize, scratch: usize): void {
  clear(histogram);
  if (load<i32>(ACTIVE_COUNT) == load<i32>(WIDTH)) addConsecutiveRows(from, to, histogram);
  else addConsecutiveRowsOfActive(from, to, histogram);
  finishPart(node, sibling, scratch);
}

/** Whoever counts the last part of a node's rows finds its splits: nobody has to wait for that. */
function finishPart(node: usize, sibling: usize, scratch: usize): void {
  if (atomic.sub<i32>(node, 1, NODE_OPEN_PARTS) == 1) evaluate(node, sibling, scratch);
}

function clear(histogram: usize): void {
  memory.fill(histogram, 0, <usize>load<i32>(WIDTH) * HISTOGRAM_BYTES);
}
