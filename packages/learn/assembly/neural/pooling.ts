/** The greatest of each channel over the steps of each row; rows are steps × stride floats. */
export function maxPool(x: usize, y: usize, rows: i32, steps: i32, stride: i32): void {
  const bytes = <usize>stride << 2;
  for (let i: usize = 0; i < <usize>rows; i++) {
    for (let k: usize = 0; k < bytes; k += 16) {
      let most = v128.load(x + k);
      for (let t: usize = 1; t < <usize>steps; t++) most = f32x4.max(most, v128.load(x + t * bytes + k));
      v128.store(y + k, most);
    }
    x += bytes * <usize>steps; y += bytes;
  }
}

/** dx = dy at the first step that has the greatest value, 0 elsewhere. */
export function maxPoolBack(dy: usize, x: usize, y: usize, dx: usize, rows: i32, steps: i32, stride: i32): void {
  const bytes = <usize>stride << 2;
  for (let i: usize = 0; i < <usize>rows; i++) {
    for (let k: usize = 0; k < bytes; k += 16) {
      const most = v128.load(y + k);
      let left = v128.load(dy + k);
      for (let t: usize = 0; t < <usize>steps; t++) {
        const isMost = f32x4.eq(v128.load(x + t * bytes + k), most);
        v128.store(dx + t * bytes + k, v128.and(left, isMost));
        left = v128.andnot(left, isMost);
      }
    }
    x += bytes * <usize>steps; dx += bytes * <usize>steps; y += bytes; dy += bytes;
  }
}

export function averagePool(x: usize, y: usize, rows: i32, steps: i32, stride: i32): void {
  const bytes = <usize>stride << 2;
  const count = f32x4.splat(<f32>steps);
  for (let i: usize = 0; i < <usize>rows; i++) {
    for (let k: usize = 0; k < bytes; k += 16) {
      let sum = f32x4.splat(0);
      for (let t: usize = 0; t < <usize>steps; t++) sum = f32x4.add(sum, v128.load(x + t * bytes + k));
      v128.store(y + k, f32x4.div(sum, count));
    }
    x += bytes * <usize>steps; y += bytes;
  }
}

export function averagePoolBack(dy: usize, dx: usize, rows: i32, steps: i32, stride: i32): void {
  const bytes = <usize>stride << 2;
  const count = f32x4.splat(<f32>steps);
  for (let i: usize = 0; i < <usize>rows; i++) {
    for (let k: usize = 0; k < bytes; k += 16) {
      const share = f32x4.div(v128.load(dy + k), count);
      for (let t: usize = 0; t < <usize>steps; t++) v128.store(dx + t * bytes + k, share);
    }
    dx += bytes * <usize>steps; dy += bytes;
  }
}
