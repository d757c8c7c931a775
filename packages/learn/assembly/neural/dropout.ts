/**
 * y = x · factor where a hash of the place and the seed is at or above `below` (of 2³²), 0 elsewhere. Backward it is
 * the same with the same seed, so no mask is kept.
 */
export function dropout(x: usize, y: usize, count: i32, seed: u32, below: u32, factor: f32): void {
  const f = f32x4.splat(factor), least = i32x4.splat(below), s = i32x4.splat(seed);
  let place = i32x4(0, 1, 2, 3);
  const four = i32x4.splat(4);
  for (let k: usize = 0; k < <usize>count << 2; k += 16) {
    const isKept = v128.not(i32x4.lt_u(mixed(i32x4.add(mixed(place), s)), least));
    v128.store(y + k, v128.and(f32x4.mul(v128.load(x + k), f), isKept));
    place = i32x4.add(place, four);
  }
}

/** Wellons' 32-bit hash (`lowbias32`). */
// @ts-ignore: decorator
@inline
function mixed(h: v128): v128 {
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 16)), i32x4.splat(0x7feb352d));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(h, i32x4.shr_u(h, 16));
}
