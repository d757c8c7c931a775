import {
  ACTIVE, ACTIVE_COUNT, HISTOGRAM_BYTES, NODE_HIGH, NODE_HISTOGRAM, NODE_LOW, NODE_PARTIAL_COUNT, NODE_PARTIALS, NODE_SPLITS,
  NODE_TOTAL, SPLIT_BYTES, WIDTH,
} from './layout';
import { addHistogram, subtractHistogram } from './histogram';
import { findSplit } from './split';

/**
 * Finds the best split on each of the active inputs of a node, once the partial histograms of its rows are
 * added up; and of its sibling, whose histogram still is their parent's and becomes its own by subtraction.
 */
export function evaluate(node: usize, sibling: usize, scratch: usize): void {
  const active = <usize>load<u32>(ACTIVE);
  const count = <usize>load<i32>(ACTIVE_COUNT);
  for (let k: usize = 0; k < count; k++) {
    const input = load<i32>(active + (k << 2));
    const offset = <usize>input * HISTOGRAM_BYTES;
    const histogram = addPartials(node, offset);
    evaluateInput(node, input, k, scratch);
    if (sibling == 0) continue;
    subtractHistogram(<usize>load<u32>(sibling, NODE_HISTOGRAM) + offset, histogram, HISTOGRAM_BYTES);
    evaluateInput(sibling, input, k, scratch);
  }
}

function addPartials(node: usize, offset: usize): usize {
  const histogram = <usize>load<u32>(node, NODE_HISTOGRAM) + offset;
  const bytes = <usize>load<i32>(WIDTH) * HISTOGRAM_BYTES;
  let partial = <usize>load<u32>(node, NODE_PARTIALS) + offset;
  for (let left = load<i32>(node, NODE_PARTIAL_COUNT); left > 0; left--) {
    addHistogram(histogram, partial, HISTOGRAM_BYTES);
    partial += bytes;
  }
  return histogram;
}

// @ts-ignore: decorator
@inline
function evaluateInput(node: usize, input: i32, place: usize, scratch: usize): void {
  const histogram = <usize>load<u32>(node, NODE_HISTOGRAM) + <usize>input * HISTOGRAM_BYTES;
  const split = <usize>load<u32>(node, NODE_SPLITS) + place * SPLIT_BYTES;
  findSplit(input, histogram, load<i64>(node, NODE_TOTAL), load<f64>(node, NODE_LOW), load<f64>(node, NODE_HIGH), split, scratch);
}
