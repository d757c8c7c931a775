import { exponential } from './exponential';

export function relu(x: usize, y: usize, count: i32): void {
  const zero = f32x4.splat(0);
  for (let k: usize = 0; k < <usize>count << 2; k += 16) v128.store(y + k, f32x4.max(v128.load(x + k), zero));
}

/** dx = dy where y is above 0 */
export function reluBack(dy: usize, y: usize, dx: usize, count: i32): void {
  const zero = f32x4.splat(0);
  for (let k: usize = 0; k < <usize>count << 2; k += 16) {
    v128.store(dx + k, v128.and(v128.load(dy + k), f32x4.gt(v128.load(y + k), zero)));
  }
}

export function sigmoid(x: usize, y: usize, count: i32): void {
  const one = f32x4.splat(1);
  for (let k: usize = 0; k < <usize>count << 2; k += 16) {
    v128.store(y + k, f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(v128.load(x + k))))));
  }
}

/** dx = dy · y (1 − y) */
export function sigmoidBack(dy: usize, y: usize, dx: usize, count: i32): void {
  const one = f32x4.splat(1);
  for (let k: usize = 0; k < <usize>count << 2; k += 16) {
    const v = v128.load(y + k);
    v128.store(dx + k, f32x4.mul(v128.load(dy + k), f32x4.mul(v, f32x4.sub(one, v))));
  }
}

/** 1 − 2 / (1 + e^2x), and below 1/8, where that cancels, x · (1 − x²/3 + 2x⁴/15 − 17x⁶/315). */
export function tanh(x: usize, y: usize, count: i32): void {
  const one = f32x4.splat(1), two = f32x4.splat(2);
  for (let k: usize = 0; k < <usize>count << 2; k += 16) {
    const v = v128.load(x + k);
    const far = f32x4.sub(one, f32x4.div(two, f32x4.add(one, exponential(f32x4.mul(v, two)))));
    const s = f32x4.mul(v, v);
    let series = f32x4.add(f32x4.mul(s, f32x4.splat(-17.0 / 315.0)), f32x4.splat(2.0 / 15.0));
    series = f32x4.add(f32x4.mul(s, series), f32x4.splat(-1.0 / 3.0));
    const near = f32x4.mul(v, f32x4.add(f32x4.mul(s, series), one));
    v128.store(y + k, v128.bitselect(near, far, f32x4.lt(f32x4.abs(v), f32x4.splat(0.125))));
  }
}

/** dx = dy · (1 − y²) */
export function tanhBack(dy: usize, y: usize, dx: usize, count: i32): void {
  const one = f32x4.splat(1);
  for (let k: usize = 0; k < <usize>count << 2; k += 16) {
    const v = v128.load(y + k);
    v128.store(dx + k, f32x4.mul(v128.load(dy + k), f32x4.sub(one, f32x4.mul(v, v))));
  }
}
