import {
  BLOCK_ROWS, BLOCK_SUMS, GRADIENT_UNIT, HESSIAN_UNIT, LOSS_PARAMETER, MARGIN, PACKED, SAMPLE_BELOW, SAMPLE_SEED, TARGET, WEIGHT,
} from './layout';

// A row's gradient and hessian are first written as two floats (hessian first) where their packed sum will be, while
// each block of rows sums |gradient| and hessian; from those sums follow the units, and `pack` makes the integers.

/** Log loss: p = σ(margin), gradient w (p − y), hessian w p (1 − p). [from, to) lies in one block. */
export function logLossGradients(from: i32, to: i32): void {
  const margin = <usize>load<u32>(MARGIN);
  const target = <usize>load<u32>(TARGET);
  const one = f32x4.splat(1);
  const floor = f32x4.splat(1e-16);
  let gradients = f64x2.splat(0);
  let hessians = f64x2.splat(0);
  for (let i = <usize>from; i < <usize>to; i += 4) {
    const p = sigmoid(v128.load(margin + (i << 2)));
    const w = weights(i);
    const g = f32x4.mul(f32x4.sub(p, v128.load(target + (i << 2))), w);
    const h = f32x4.mul(f32x4.max(f32x4.mul(p, f32x4.sub(one, p)), floor), w);
    gradients = f64x2.add(gradients, pairSums(f32x4.abs(g)));
    hessians = f64x2.add(hessians, pairSums(h));
    storePairs(i, h, g);
  }
  storeBlockSums(from, gradients, hessians);
}

/** Squared error, halved: gradient w (margin − y), hessian w. */
export function squaredErrorGradients(from: i32, to: i32): void {
  const margin = <usize>load<u32>(MARGIN);
  const target = <usize>load<u32>(TARGET);
  let gradients = f64x2.splat(0);
  let hessians = f64x2.splat(0);
  for (let i = <usize>from; i < <usize>to; i += 4) {
    const w = weights(i);
    const g = f32x4.mul(f32x4.sub(v128.load(margin + (i << 2)), v128.load(target + (i << 2))), w);
    gradients = f64x2.add(gradients, pairSums(f32x4.abs(g)));
    hessians = f64x2.add(hessians, pairSums(w));
    storePairs(i, w, g);
  }
  storeBlockSums(from, gradients, hessians);
}

/**
 * Poisson: μ = e^margin, gradient w (μ − y), hessian w μ e^s, where the parameter s is the largest step of a leaf:
 * the hessian at the end of that step, so that no step is too long (as XGBoost's `max_delta_step` does).
 */
export function poissonGradients(from: i32, to: i32): void {
  const margin = <usize>load<u32>(MARGIN);
  const target = <usize>load<u32>(TARGET);
  const step = f32x4.splat(<f32>load<f64>(LOSS_PARAMETER));
  let gradients = f64x2.splat(0);
  let hessians = f64x2.splat(0);
  for (let i = <usize>from; i < <usize>to; i += 4) {
    const m = v128.load(margin + (i << 2));
    const w = weights(i);
    const g = f32x4.mul(f32x4.sub(exponential(m), v128.load(target + (i << 2))), w);
    const h = f32x4.mul(exponential(f32x4.add(m, step)), w);
    gradients = f64x2.add(gradients, pairSums(f32x4.abs(g)));
    hessians = f64x2.add(hessians, pairSums(h));
    storePairs(i, h, g);
  }
  storeBlockSums(from, gradients, hessians);
}

/**
 * Tweedie of variance power ρ: with a = e^((1 − ρ) margin) and b = e^((2 − ρ) margin), gradient w (b − y a) and
 * hessian w ((2 − ρ) b − (1 − ρ) y a).
 */
export function tweedieGradients(from: i32, to: i32): void {
  const margin = <usize>load<u32>(MARGIN);
  const target = <usize>load<u32>(TARGET);
  const power = load<f64>(LOSS_PARAMETER);
  const low = f32x4.splat(<f32>(1 - power));
  const high = f32x4.splat(<f32>(2 - power));
  let gradients = f64x2.splat(0);
  let hessians = f64x2.splat(0);
  for (let i = <usize>from; i < <usize>to; i += 4) {
    const m = v128.load(margin + (i << 2));
    const w = weights(i);
    const ya = f32x4.mul(v128.load(target + (i << 2)), exponential(f32x4.mul(low, m)));
    const b = exponential(f32x4.mul(high, m));
    const g = f32x4.mul(f32x4.sub(b, ya), w);
    const h = f32x4.mul(f32x4.sub(f32x4.mul(high, b), f32x4.mul(low, ya)), w);
    gradients = f64x2.add(gradients, pairSums(f32x4.abs(g)));
    hessians = f64x2.add(hessians, pairSums(h));
    storePairs(i, h, g);
  }
  storeBlockSums(from, gradients, hessians);
}

/**
 * Turns the floats of [from, to) into whole quanta, hessian in the low word, gradient in the high one, and leaves the
 * block's packed total where its float sums were.
 */
export function packGradients(from: i32, to: i32): void {
  const packed = <usize>load<u32>(PACKED);
  const perHessian = <f32>(1 / load<f64>(HESSIAN_UNIT));
  const perGradient = <f32>(1 / load<f64>(GRADIENT_UNIT));
  const perUnit = f32x4.replace_lane(f32x4.replace_lane(f32x4.splat(perHessian), 1, perGradient), 3, perGradient);
  const end = packed + (<usize>to << 3);
  let totals = i64x2.splat(0);
  for (let at = packed + (<usize>from << 3); at < end; at += 16) {
    const quanta = f32x4.nearest(f32x4.mul(v128.load(at), perUnit));
    const signed = i32x4.trunc_sat_f32x4_s(quanta);
    const unsigned = i32x4.trunc_sat_f32x4_u(quanta);
    const pair = v128.shuffle<i32>(unsigned, signed, 0, 5, 2, 7);
    v128.store(at, pair);
    totals = i64x2.add(totals, pair);
  }
  const beyond = (to - from) & 1 ? load<i64>(end) : 0;
  const total = i64x2.extract_lane(totals, 0) + i64x2.extract_lane(totals, 1) - beyond;
  store<i64>(<usize>load<u32>(BLOCK_SUMS) + <usize>(from / BLOCK_ROWS) * 16, total);
}

/** The weights of four rows, 0 for those that the sample leaves out. */
// @ts-ignore: decorator
@inline
function weights(i: usize): v128 {
  const weight = <usize>load<u32>(WEIGHT);
  const below = load<u32>(SAMPLE_BELOW);
  const w = weight ? v128.load(weight + (i << 2)) : f32x4.splat(1);
  if (below == 0) return w;
  return v128.and(w, i32x4.lt_u(hashes(<u32>i), i32x4.splat(below)));
}

/** Four consecutive counters mixed with the seed (the finaliser of Murmur3). */
// @ts-ignore: decorator
@inline
function hashes(i: u32): v128 {
  let x = i32x4.add(i32x4.splat(i), i32x4(0, 1, 2, 3));
  x = v128.xor(i32x4.mul(x, i32x4.splat(0x9e3779b1)), i32x4.splat(load<u32>(SAMPLE_SEED)));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x85ebca6b));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 13)), i32x4.splat(0xc2b2ae35));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

// @ts-ignore: decorator
@inline
function pairSums(x: v128): v128 {
  return f64x2.add(f64x2.promote_low_f32x4(x), f64x2.promote_low_f32x4(v128.shuffle<i32>(x, x, 2, 3, 2, 3)));
}

// @ts-ignore: decorator
@inline
function storePairs(i: usize, h: v128, g: v128): void {
  const at = <usize>load<u32>(PACKED) + (i << 3);
  v128.store(at, v128.shuffle<i32>(h, g, 0, 4, 1, 5));
  v128.store(at, v128.shuffle<i32>(h, g, 2, 6, 3, 7), 16);
}

// @ts-ignore: decorator
@inline
function storeBlockSums(from: i32, gradients: v128, hessians: v128): void {
  const at = <usize>load<u32>(BLOCK_SUMS) + <usize>(from / BLOCK_ROWS) * 16;
  store<f64>(at, f64x2.extract_lane(gradients, 0) + f64x2.extract_lane(gradients, 1));
  store<f64>(at, f64x2.extract_lane(hessians, 0) + f64x2.extract_lane(hessians, 1), 8);
}

/** 1 / (1 + e^−x) with the exponential of Cephes (`expf`), relative error below 2e-7. */
// @ts-ignore: decorator
@inline
function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))));
}

// @ts-ignore: decorator
@inline
function exponential(given: v128): v128 {
  const x = f32x4.min(f32x4.max(given, f32x4.splat(-87)), f32x4.splat(87));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(n, f32x4.splat(2.12194440e-4)));
  let y = f32x4.splat(1.9875691500e-4);
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.3981999507e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(8.3334519073e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(4.1665795894e-2));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.6666665459e-1));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(5.0000001201e-1));
  y = f32x4.add(f32x4.add(f32x4.mul(y, f32x4.mul(r, r)), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(y, power);
}
