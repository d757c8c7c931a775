import {
  BINS, FOREST_BOOTSTRAP, FOREST_MAX_DEPTH, FOREST_MIN_GAIN, FOREST_OUT_OF_BAG, FOREST_OUT_OF_BAG_SCALE, FOREST_TRIES,
  GRADIENT_UNIT, HESSIAN_UNIT, HISTOGRAM_BYTES, MIN_CHILD_WEIGHT, NODE_OUT_BIN, NODE_OUT_BYTES, NODE_OUT_FIRST,
  NODE_OUT_GAIN, NODE_OUT_INPUT, NODE_OUT_LEFT, NODE_OUT_MISSING_LEFT, NODE_OUT_TOTAL, NODE_SET_BYTES,
  OUT_OF_BAG_BYTES, OUT_OF_BAG_COUNT, OUT_OF_BAG_SUM, PACKED, ROWS, SPLIT_BIN, SPLIT_BYTES, SPLIT_GAIN, SPLIT_INPUT,
  SPLIT_IS_CATEGORY, SPLIT_LEFT, SPLIT_MISSING_LEFT, SPLIT_RIGHT_SET, STRIDE, TOUCH_SINK, WIDTH,
} from './layout';
import { isSparse, TOUCHED_BYTES, touchRows } from './histogram';
import { partitionRows } from './partition';
import { findSplit } from './split';

// One tree of a random forest (Breiman, "Random forests", 2001), grown whole by one thread, depth first. All a thread
// needs lies in its scratch memory, in this order:
//   categories: 8 KiB for sorting     best and candidate: two SPLIT records     stack: 256 open nodes
//   histograms: one for each input tried at once     inputs: i32 each, permuted as the tree grows
//   packed: i64 of each row, times how often it was drawn     rows: two lists     rows not drawn: two lists, if asked for

const CATEGORY_SCRATCH: usize = 8192;
const OPEN_BYTES: usize = 32;
const OPEN_NODE: usize = 0; // i32
const OPEN_DEPTH: usize = 4; // i32
const OPEN_ROWS: usize = 8; // u32
const OPEN_END: usize = 12; // u32
const OPEN_TOTAL: usize = 16; // i64
const OPEN_SPARED: usize = 24; // u32: rows not drawn that reach the node
const OPEN_SPARED_END: usize = 28; // u32
const STACK_BYTES: usize = 256 * 32;

let randomState: u64 = 0;

/** Grows a tree from this seed and writes its nodes at `nodes`, the category sets of their splits at `sets`. */
export function growForestTree(seed: i32, nodes: usize, sets: usize, scratch: usize): void {
  randomState = <u64>(<u32>seed) * 0x9e3779b97f4a7c15 + 1;
  const rowCount = <usize>load<i32>(ROWS);
  const width = <usize>load<i32>(WIDTH);
  const best = scratch + CATEGORY_SCRATCH;
  const stack = best + 2 * SPLIT_BYTES;
  const histograms = stack + STACK_BYTES;
  const inputs = histograms + <usize>load<i32>(FOREST_TRIES) * HISTOGRAM_BYTES;
  const packed = inputs + ((width * 4 + 63) & ~63);
  const rows = packed + rowCount * 8;
  const otherRows = rows + rowCount * 4;
  const spared = otherRows + rowCount * 4;
  const otherSpared = spared + rowCount * 4;
  const asksOutOfBag = load<u32>(FOREST_OUT_OF_BAG) != 0;
  for (let j: usize = 0; j < width; j++) store<i32>(inputs + (j << 2), <i32>j);

  const total = draw(packed);
  let nodeCount = 1;
  let open = stack;
  pushOpen(open, 0, 0, rows, listDrawn(packed, rows), total);
  pushSpared(open, spared, asksOutOfBag ? listSpared(packed, spared) : spared);
  for (;;) {
    const node = load<i32>(open, OPEN_NODE);
    const depth = load<i32>(open, OPEN_DEPTH);
    const from = <usize>load<u32>(open, OPEN_ROWS);
    const end = <usize>load<u32>(open, OPEN_END);
    const sum = load<i64>(open, OPEN_TOTAL);
    const sparedFrom = <usize>load<u32>(open, OPEN_SPARED);
    const sparedEnd = <usize>load<u32>(open, OPEN_SPARED_END);
    open -= OPEN_BYTES;
    const out = nodes + NODE_OUT_FIRST + <usize>node * NODE_OUT_BYTES;
    store<i64>(out, sum, NODE_OUT_TOTAL);
    if (depth < load<i32>(FOREST_MAX_DEPTH) && mayBeSplit(from, end, sum)
      && findForestSplit(from, end, sum, scratch, best, histograms, inputs, packed)) {
      writeNode(out, sets + <usize>node * NODE_SET_BYTES, best, nodeCount);
      const target = from < otherRows ? from - rows + otherRows : from - otherRows + rows;
      const middle = target + (<usize>partitionRows(from, end, target, best) << 2);
      const left = load<i64>(best, SPLIT_LEFT);
      pushOpen(open + OPEN_BYTES, nodeCount + 1, depth + 1, middle, target + (end - from), sum - left);
      pushOpen(open + 2 * OPEN_BYTES, nodeCount, depth + 1, target, middle, left);
      const into = sparedFrom < otherSpared ? sparedFrom - spared + otherSpared : sparedFrom - otherSpared + spared;
      const sparedMiddle = into + (<usize>partitionRows(sparedFrom, sparedEnd, into, best) << 2);
      pushSpared(open + OPEN_BYTES, sparedMiddle, into + (sparedEnd - sparedFrom));
      pushSpared(open + 2 * OPEN_BYTES, into, sparedMiddle);
      open += 2 * OPEN_BYTES;
      nodeCount += 2;
    } else {
      store<i32>(out, -1, NODE_OUT_INPUT);
      predictSpared(sparedFrom, sparedEnd, sum);
    }
    if (open < stack) break;
  }
  store<i32>(nodes, nodeCount);
}

/** Draws as many rows as there are, with replacement (or each once), and returns the packed sum of the drawn. */
function draw(packed: usize): i64 {
  const rowCount = load<i32>(ROWS);
  const source = <usize>load<u32>(PACKED);
  let total: i64 = 0;
  if (!load<i32>(FOREST_BOOTSTRAP)) {
    memory.copy(packed, source, <usize>rowCount << 3);
    for (let i: usize = 0; i < <usize>rowCount; i++) total += load<i64>(source + (i << 3));
    return total;
  }
  memory.fill(packed, 0, <usize>rowCount << 3);
  let gradients: i64 = 0;
  let hessians: i64 = 0;
  for (let k = 0; k < rowCount; k++) {
    const offset = <usize>below(<u32>rowCount) << 3;
    const v = load<i64>(source + offset);
    gradients += <i64>abs<i32>(<i32>(v >> 32));
    hessians += <i64>(<u32>v);
    // Units leave room for any likely draw; for the others, the tree does with fewer rows.
    if (gradients > i32.MAX_VALUE || hessians > <i64>u32.MAX_VALUE) break;
    store<i64>(packed + offset, load<i64>(packed + offset) + v);
    total += v;
  }
  return total;
}

/** Lists the rows that take part, in order; returns the list's end. */
function listDrawn(packed: usize, rows: usize): usize {
  const rowCount = load<i32>(ROWS);
  let end = rows;
  for (let i = 0; i < rowCount; i++) {
    store<i32>(end, i);
    end += <usize>(load<i64>(packed + (<usize>i << 3)) != 0) << 2;
  }
  return end;
}

/** Lists the rows that were not drawn but have weight; returns the list's end. */
function listSpared(packed: usize, rows: usize): usize {
  const rowCount = load<i32>(ROWS);
  const source = <usize>load<u32>(PACKED);
  let end = rows;
  for (let i = 0; i < rowCount; i++) {
    store<i32>(end, i);
    const offset = <usize>i << 3;
    end += <usize>(load<i64>(packed + offset) == 0 && load<i64>(source + offset) != 0) << 2;
  }
  return end;
}

/** Adds a leaf's mean to what is known of rows that had no part in it. */
function predictSpared(rows: usize, end: usize, sum: i64): void {
  if (rows == end || <u32>sum == 0) return;
  const gradient = <f64>(<i32>(sum >> 32)) * load<f64>(GRADIENT_UNIT);
  const mean = -gradient / (<f64>(<u32>sum) * load<f64>(HESSIAN_UNIT));
  const scaled = <i64>nearest(mean * load<f64>(FOREST_OUT_OF_BAG_SCALE));
  for (; rows < end; rows += 4) {
    const record = <usize>load<u32>(FOREST_OUT_OF_BAG) + <usize>load<u32>(rows) * OUT_OF_BAG_BYTES;
    atomic.add<i64>(record, scaled, OUT_OF_BAG_SUM);
    atomic.add<i64>(record, 1, OUT_OF_BAG_COUNT);
  }
}

function mayBeSplit(from: usize, end: usize, sum: i64): bool {
  const weight = <f64>(<u32>sum) * load<f64>(HESSIAN_UNIT);
  return end - from >= 8 && weight >= 2 * load<f64>(MIN_CHILD_WEIGHT);
}

/** Tries inputs in random order: a first handful together, then one by one until some split gains. */
function findForestSplit(
  from: usize, end: usize, sum: i64, scratch: usize, best: usize, histograms: usize, inputs: usize, packed: usize,
): bool {
  const width = load<i32>(WIDTH);
  const candidate = best + SPLIT_BYTES;
  store<f64>(best, load<f64>(FOREST_MIN_GAIN), SPLIT_GAIN);
  let found = false;
  for (let tried = 0, count = load<i32>(FOREST_TRIES); tried < width && !found; tried += count, count = 1) {
    const chosen = inputs + (<usize>tried << 2);
    for (let k = tried; k < tried + count; k++) swap(inputs, k, k + <i32>below(<u32>(width - k)));
    memory.fill(histograms, 0, <usize>count * HISTOGRAM_BYTES);
    addRowsOf(from, end, histograms, packed, chosen, count);
    for (let k = 0; k < count; k++) {
      const input = load<i32>(chosen + (<usize>k << 2));
      findSplit(input, histograms + <usize>k * HISTOGRAM_BYTES, sum, -Infinity, Infinity, candidate, scratch);
      if (load<f64>(candidate, SPLIT_GAIN) <= load<f64>(best, SPLIT_GAIN)) continue;
      memory.copy(best, candidate, SPLIT_BYTES);
      found = true;
    }
  }
  return found;
}

/** As histogram.ts, of `count` inputs whose histograms lie one after another. */
function addRowsOf(from: usize, end: usize, histograms: usize, packed: usize, inputs: usize, count: i32): void {
  const stride = <usize>load<i32>(STRIDE);
  const bins = <usize>load<u32>(BINS);
  const lastInput = inputs + (<usize>count << 2);
  let seen: u32 = 0;
  while (from < end) {
    const stop = min(from + TOUCHED_BYTES, end);
    if (isSparse(from, stop)) seen |= touchRows(from, stop, packed);
    for (; from < stop; from += 4) {
      const r = <usize>load<u32>(from);
      const v = load<i64>(packed + (r << 3));
      const row = bins + r * stride;
      let histogram = histograms;
      for (let k = inputs; k < lastInput; k += 4) {
        const at = histogram + (<usize>load<u8>(row + <usize>load<u32>(k)) << 3);
        store<i64>(at, load<i64>(at) + v);
        histogram += HISTOGRAM_BYTES;
      }
    }
  }
  store<u32>(TOUCH_SINK, seen);
}

function writeNode(out: usize, set: usize, split: usize, left: i32): void {
  store<i32>(out, load<i32>(split, SPLIT_INPUT), NODE_OUT_INPUT);
  store<i32>(out, load<i32>(split, SPLIT_BIN), NODE_OUT_BIN);
  store<i32>(out, load<i32>(split, SPLIT_MISSING_LEFT), NODE_OUT_MISSING_LEFT);
  store<i32>(out, left, NODE_OUT_LEFT);
  store<f64>(out, load<f64>(split, SPLIT_GAIN), NODE_OUT_GAIN);
  if (load<i32>(split, SPLIT_IS_CATEGORY)) memory.copy(set, split + SPLIT_RIGHT_SET, NODE_SET_BYTES);
}

function pushOpen(open: usize, node: i32, depth: i32, rows: usize, end: usize, total: i64): void {
  store<i32>(open, node, OPEN_NODE);
  store<i32>(open, depth, OPEN_DEPTH);
  store<u32>(open, <u32>rows, OPEN_ROWS);
  store<u32>(open, <u32>end, OPEN_END);
  store<i64>(open, total, OPEN_TOTAL);
}

function pushSpared(open: usize, rows: usize, end: usize): void {
  store<u32>(open, <u32>rows, OPEN_SPARED);
  store<u32>(open, <u32>end, OPEN_SPARED_END);
}

function swap(inputs: usize, a: i32, b: i32): void {
  const first = inputs + (<usize>a << 2);
  const second = inputs + (<usize>b << 2);
  const kept = load<i32>(first);
  store<i32>(first, load<i32>(second));
  store<i32>(second, kept);
}

/** Uniform in [0, n): the high word of a product with the high word of SplitMix64. */
function below(n: u32): u32 {
  randomState += 0x9e3779b97f4a7c15;
  let z = randomState;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  z = z ^ (z >> 31);
  return <u32>(((z >> 32) * <u64>n) >> 32);
}
