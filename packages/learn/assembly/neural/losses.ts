import { exponential } from './exponential';

/**
 * Sum over the rows of weight · Σ (output − target)², and d = 2 · factor · weight · (output − target). Weights are one
 * float for each row.
 */
export function squaredError(output: usize, target: usize, weights: usize, d: usize, rows: i32, width: i32, factor: f32): f64 {
  const bytes = <usize>width << 2;
  let total: f64 = 0;
  for (let i: usize = 0; i < <usize>rows; i++) {
    const weight = load<f32>(weights + (i << 2));
    const slope = f32x4.splat(2 * factor * weight);
    let sum = f32x4.splat(0);
    for (let k: usize = i * bytes; k < (i + 1) * bytes; k += 16) {
      const e = f32x4.sub(v128.load(output + k), v128.load(target + k));
      sum = f32x4.add(sum, f32x4.mul(e, e));
      v128.store(d + k, f32x4.mul(e, slope));
    }
    const lanes = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3);
    total += <f64>(weight * lanes);
  }
  return total;
}

/** d = factor · weight · (sigmoid(output) − target), for rows of one output and one target, four floats apart. */
export function logisticGradient(output: usize, target: usize, weights: usize, d: usize, rows: i32, factor: f32): void {
  const one = f32x4.splat(1);
  for (let i: usize = 0; i < <usize>rows; i++) {
    const at = i << 4;
    const p = f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(v128.load32_splat(output + at)))));
    const slope = factor * load<f32>(weights + (i << 2)) * (f32x4.extract_lane(p, 0) - load<f32>(target + at));
    v128.store(d + at, f32x4.replace_lane(f32x4.splat(0), 0, slope));
  }
}
