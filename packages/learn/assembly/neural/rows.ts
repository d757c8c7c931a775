/** target row i = source row at `list[i]` (i32); rows are `bytes` long, a multiple of 16. */
export function gatherRows(source: usize, list: usize, target: usize, count: i32, bytes: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    const from = source + <usize>load<u32>(list + (i << 2)) * bytes;
    const to = target + i * bytes;
    for (let k: usize = 0; k < bytes; k += 16) v128.store(to + k, v128.load(from + k));
  }
}

/** Copies `count` stretches of `bytes`, which start at these distances. */
export function copyRows(source: usize, sourceStep: usize, target: usize, targetStep: usize, count: i32, bytes: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) memory.copy(target + i * targetStep, source + i * sourceStep, bytes);
}

/** Sets the floats from `width` to the end of each row, `stride` floats long, to 0. */
export function clearPadding(x: usize, rows: i32, width: i32, stride: i32): void {
  for (let i: usize = 0; i < <usize>rows; i++) {
    for (let k = width; k < stride; k++) store<f32>(x + ((i * <usize>stride + <usize>k) << 2), 0);
  }
}

/** x += factor · y */
export function addScaled(x: usize, y: usize, count: i32, factor: f32): void {
  const f = f32x4.splat(factor);
  for (let k: usize = 0; k < <usize>count << 2; k += 16) {
    v128.store(x + k, f32x4.add(v128.load(x + k), f32x4.mul(v128.load(y + k), f)));
  }
}
