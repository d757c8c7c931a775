import {
  CATEGORY_SMOOTHING, CONSTRAINED, GRADIENT_UNIT, HESSIAN_UNIT, INPUT_BIN_COUNT, INPUT_BYTES, INPUT_IS_CATEGORY,
  INPUT_MONOTONE, INPUTS, LAMBDA, MIN_CHILD_WEIGHT, MISSING, ONE_HOT_LEVELS, SPLIT_BIN, SPLIT_GAIN, SPLIT_INPUT,
  SPLIT_IS_CATEGORY, SPLIT_LEFT, SPLIT_MISSING_LEFT, SPLIT_RIGHT_SET,
} from './layout';

// The gain of a split (Chen and Guestrin, "XGBoost", 2016, without its factor ½):
//   G_left² / (H_left + λ) + G_right² / (H_right + λ) − G² / (H + λ)

/**
 * Finds the best split of one input's histogram and writes it to `split`.
 * `total` is the node's packed sum; `low` and `high` bound the children's weights (monotone constraints only);
 * `scratch` is 4 KiB for sorting categories.
 */
export function findSplit(
  input: i32,
  histogram: usize,
  total: i64,
  low: f64,
  high: f64,
  split: usize,
  scratch: usize,
): void {
  const record = <usize>load<u32>(INPUTS) + <usize>input * INPUT_BYTES;
  store<f64>(split, 0, SPLIT_GAIN);
  store<i32>(split, input, SPLIT_INPUT);
  const binCount = load<i32>(record, INPUT_BIN_COUNT);
  const isCategory = load<i32>(record, INPUT_IS_CATEGORY);
  store<i32>(split, isCategory, SPLIT_IS_CATEGORY);
  if (isCategory) {
    if (binCount <= load<i32>(ONE_HOT_LEVELS)) findOneHotSplit(binCount, histogram, total, low, high, split);
    else findPartitionSplit(binCount, histogram, total, low, high, split, scratch);
  } else if (load<i32>(CONSTRAINED)) {
    findConstrainedSplit(binCount, histogram, total, low, high, load<i32>(record, INPUT_MONOTONE), split);
  } else {
    findNumberSplit(binCount, histogram, total, split);
  }
}

// @ts-ignore: decorator
@inline
function gradient(sum: i64): f64 {
  return <f64>(<i32>(sum >> 32)) * load<f64>(GRADIENT_UNIT);
}

// @ts-ignore: decorator
@inline
function hessian(sum: i64): f64 {
  return <f64>(<u32>sum) * load<f64>(HESSIAN_UNIT);
}

// Both children at once in the lanes of a vector. Plain version, for each bin with rows, in order:
//   left += histogram[bin]; gain = score(left) + score(total − left) − score(total); keep the first best
//   and, where values are missing, the same with the missing ones on the left.
function findNumberSplit(binCount: i32, histogram: usize, total: i64, split: usize): void {
  const lambda = load<f64>(LAMBDA);
  const lambdas = f64x2.splat(lambda);
  const minimum = f64x2.splat(max(load<f64>(MIN_CHILD_WEIGHT), load<f64>(HESSIAN_UNIT)));
  const gradientUnits = f64x2.splat(load<f64>(GRADIENT_UNIT));
  const hessianUnits = f64x2.splat(load<f64>(HESSIAN_UNIT));
  const g = gradient(total);
  const own = (g * g) / (hessian(total) + lambda);
  const missing = load<i64>(histogram, MISSING << 3);
  const lastBin = missing ? binCount : binCount - 1;
  let best = own;
  let bestBin = -1;
  let bestLeft: i64 = 0;
  let bestMissingLeft = 0;
  let left: i64 = 0;
  for (let bin = 0; bin < lastBin; bin++) {
    const v = load<i64>(histogram + (<usize>bin << 3));
    if (v == 0) continue;
    left += v;
    const sums = i64x2.replace_lane(i64x2.splat(left), 1, total - left);
    const h = f64x2.mul(f64x2.convert_low_i32x4_u(v128.shuffle<i32>(sums, sums, 0, 2, 0, 2)), hessianUnits);
    const gs = f64x2.mul(f64x2.convert_low_i32x4_s(v128.shuffle<i32>(sums, sums, 1, 3, 1, 3)), gradientUnits);
    const scores = f64x2.div(f64x2.mul(gs, gs), f64x2.add(h, lambdas));
    const score = f64x2.extract_lane(scores, 0) + f64x2.extract_lane(scores, 1);
    if (score > best && i64x2.all_true(f64x2.ge(h, minimum))) {
      best = score;
      bestBin = bin;
      bestLeft = left;
      bestMissingLeft = 0;
    }
    if (missing == 0) continue;
    const sums2 = i64x2.replace_lane(i64x2.splat(left + missing), 1, total - left - missing);
    const h2 = f64x2.mul(f64x2.convert_low_i32x4_u(v128.shuffle<i32>(sums2, sums2, 0, 2, 0, 2)), hessianUnits);
    const gs2 = f64x2.mul(f64x2.convert_low_i32x4_s(v128.shuffle<i32>(sums2, sums2, 1, 3, 1, 3)), gradientUnits);
    const scores2 = f64x2.div(f64x2.mul(gs2, gs2), f64x2.add(h2, lambdas));
    const score2 = f64x2.extract_lane(scores2, 0) + f64x2.extract_lane(scores2, 1);
    if (score2 > best && i64x2.all_true(f64x2.ge(h2, minimum))) {
      best = score2;
      bestBin = bin;
      bestLeft = left + missing;
      bestMissingLeft = 1;
    }
  }
  if (bestBin < 0) return;
  if (missing == 0) bestMissingLeft = heavierIsLeft(bestLeft, total);
  writeSplit(split, best - own, bestLeft, bestBin, bestMissingLeft);
}

// With monotone constraints, a child's weight is clamped to its bounds, and the gain is of the clamped weights.
function findConstrainedSplit(
  binCount: i32,
  histogram: usize,
  total: i64,
  low: f64,
  high: f64,
  direction: i32,
  split: usize,
): void {
  const missing = load<i64>(histogram, MISSING << 3);
  const lastBin = missing ? binCount : binCount - 1;
  const own = boundedScore(total, low, high, 0);
  let left: i64 = 0;
  for (let bin = 0; bin < lastBin; bin++) {
    const v = load<i64>(histogram + (<usize>bin << 3));
    if (v == 0) continue;
    left += v;
    offerConstrained(split, left, total, own, low, high, direction, bin, 0);
    if (missing) offerConstrained(split, left + missing, total, own, low, high, direction, bin, 1);
  }
  if (missing == 0 && load<f64>(split, SPLIT_GAIN) > 0) {
    store<i32>(split, heavierIsLeft(load<i64>(split, SPLIT_LEFT), total), SPLIT_MISSING_LEFT);
  }
}

function offerConstrained(
  split: usize, left: i64, total: i64, own: f64, low: f64, high: f64, direction: i32, bin: i32, missingLeft: i32,
): void {
  if (!heavyEnough(left, total)) return;
  if (direction) {
    const difference = boundedWeight(total - left, low, high, 0) - boundedWeight(left, low, high, 0);
    if (difference * <f64>direction < 0) return;
  }
  const gain = boundedScore(left, low, high, 0) + boundedScore(total - left, low, high, 0) - own;
  if (gain > load<f64>(split, SPLIT_GAIN)) writeSplit(split, gain, left, bin, missingLeft);
}

/** One category goes right, the others left. */
function findOneHotSplit(binCount: i32, histogram: usize, total: i64, low: f64, high: f64, split: usize): void {
  const missing = load<i64>(histogram, MISSING << 3);
  const own = boundedScore(total, low, high, 0);
  for (let bin = 0; bin < binCount; bin++) {
    const v = load<i64>(histogram + (<usize>bin << 3));
    if (v == 0) continue;
    offerCategory(split, total - v, total, own, low, high, 0, bin, 1);
    if (missing) offerCategory(split, total - v - missing, total, own, low, high, 0, bin, 0);
  }
  const gain = load<f64>(split, SPLIT_GAIN);
  if (gain == 0) return;
  if (missing == 0) store<i32>(split, heavierIsLeft(load<i64>(split, SPLIT_LEFT), total), SPLIT_MISSING_LEFT);
  clearSet(split);
  addToSet(split, load<i32>(split, SPLIT_BIN));
}

/**
 * Categories in the order of their smoothed mean gradient are split like numbers (Fisher, "On grouping for maximum
 * homogeneity", 1958); the smoothing also joins λ, since many categories offer many chances to overfit.
 */
function findPartitionSplit(
  binCount: i32, histogram: usize, total: i64, low: f64, high: f64, split: usize, scratch: usize,
): void {
  const smoothing = load<f64>(CATEGORY_SMOOTHING);
  const missing = load<i64>(histogram, MISSING << 3);
  const own = boundedScore(total, low, high, smoothing);
  const count = sortCategories(binCount, histogram, smoothing, scratch);
  const lastPlace = missing ? count : count - 1;
  let left: i64 = 0;
  for (let place = 0; place < lastPlace; place++) {
    left += load<i64>(histogram + (<usize>load<i32>(scratch + (<usize>place << 4), 8) << 3));
    offerCategory(split, left, total, own, low, high, smoothing, place, 0);
    if (missing) offerCategory(split, left + missing, total, own, low, high, smoothing, place, 1);
  }
  if (load<f64>(split, SPLIT_GAIN) == 0) return;
  if (missing == 0) store<i32>(split, heavierIsLeft(load<i64>(split, SPLIT_LEFT), total), SPLIT_MISSING_LEFT);
  clearSet(split);
  for (let place = load<i32>(split, SPLIT_BIN) + 1; place < count; place++) {
    addToSet(split, load<i32>(scratch + (<usize>place << 4), 8));
  }
}

/** Writes (mean f64, bin i32) of the categories with rows to `scratch`, sorted; returns their number. */
function sortCategories(binCount: i32, histogram: usize, smoothing: f64, scratch: usize): i32 {
  let count = 0;
  for (let bin = 0; bin < binCount; bin++) {
    const v = load<i64>(histogram + (<usize>bin << 3));
    if (v == 0) continue;
    const mean = gradient(v) / (hessian(v) + smoothing + load<f64>(HESSIAN_UNIT));
    let at = scratch + (<usize>count << 4);
    while (at > scratch && load<f64>(at - 16) > mean) {
      v128.store(at, v128.load(at - 16));
      at -= 16;
    }
    store<f64>(at, mean);
    store<i32>(at, bin, 8);
    count++;
  }
  return count;
}

function offerCategory(
  split: usize, left: i64, total: i64, own: f64, low: f64, high: f64, smoothing: f64, bin: i32, missingLeft: i32,
): void {
  if (!heavyEnough(left, total)) return;
  const gain = boundedScore(left, low, high, smoothing) + boundedScore(total - left, low, high, smoothing) - own;
  if (gain > load<f64>(split, SPLIT_GAIN)) writeSplit(split, gain, left, bin, missingLeft);
}

function heavyEnough(left: i64, total: i64): bool {
  const minimum = max(load<f64>(MIN_CHILD_WEIGHT), load<f64>(HESSIAN_UNIT));
  return hessian(left) >= minimum && hessian(total - left) >= minimum;
}

function boundedWeight(sum: i64, low: f64, high: f64, smoothing: f64): f64 {
  return min(max(-gradient(sum) / (hessian(sum) + load<f64>(LAMBDA) + smoothing), low), high);
}

/** −(2 G w + (H + λ) w²), which is G² / (H + λ) where no bound applies. */
function boundedScore(sum: i64, low: f64, high: f64, smoothing: f64): f64 {
  const w = boundedWeight(sum, low, high, smoothing);
  return -(2 * gradient(sum) + (hessian(sum) + load<f64>(LAMBDA) + smoothing) * w) * w;
}

function heavierIsLeft(left: i64, total: i64): i32 {
  return i32(hessian(left) >= hessian(total - left));
}

function writeSplit(split: usize, gain: f64, left: i64, bin: i32, missingLeft: i32): void {
  store<f64>(split, gain, SPLIT_GAIN);
  store<i64>(split, left, SPLIT_LEFT);
  store<i32>(split, bin, SPLIT_BIN);
  store<i32>(split, missingLeft, SPLIT_MISSING_LEFT);
}

function clearSet(split: usize): void {
  memory.fill(split + SPLIT_RIGHT_SET, 0, 32);
}

function addToSet(split: usize, bin: i32): void {
  const word = split + SPLIT_RIGHT_SET + (<usize>(bin >> 5) << 2);
  store<u32>(word, load<u32>(word) | (<u32>1 << (bin & 31)));
}
