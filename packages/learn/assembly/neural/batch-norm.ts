/** Mean and variance (divided by the number of rows) of each column. */
export function batchMoments(x: usize, mean: usize, variance: usize, rows: i32, width: i32): void {
  const bytes = <usize>width << 2;
  const count = f32x4.splat(<f32>rows);
  for (let k: usize = 0; k < bytes; k += 16) {
    let sum = f32x4.splat(0);
    for (let i: usize = 0; i < <usize>rows; i++) sum = f32x4.add(sum, v128.load(x + i * bytes + k));
    const center = f32x4.div(sum, count);
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < <usize>rows; i++) {
      const e = f32x4.sub(v128.load(x + i * bytes + k), center);
      squares = f32x4.add(squares, f32x4.mul(e, e));
    }
    v128.store(mean + k, center);
    v128.store(variance + k, f32x4.div(squares, count));
  }
}

/** unit = (x − mean) / √(variance + ε); y = unit · gamma + beta. `unit` may be `y`. */
export function normalise(
  x: usize, mean: usize, variance: usize, gamma: usize, beta: usize, unit: usize, y: usize, rows: i32, width: i32, epsilon: f32,
): void {
  const bytes = <usize>width << 2;
  for (let k: usize = 0; k < bytes; k += 16) {
    const center = v128.load(mean + k), scale = v128.load(gamma + k), shift = v128.load(beta + k);
    const inverse = inverseDeviation(variance + k, epsilon);
    for (let i: usize = 0; i < <usize>rows; i++) {
      const u = f32x4.mul(f32x4.sub(v128.load(x + i * bytes + k), center), inverse);
      v128.store(unit + i * bytes + k, u);
      v128.store(y + i * bytes + k, f32x4.add(f32x4.mul(u, scale), shift));
    }
  }
}

/** Gradients through the batch's own moments: dx = gamma / deviation · (dy − mean dy − unit · mean (dy · unit)). */
export function normaliseBack(
  dy: usize, unit: usize, variance: usize, gamma: usize, dGamma: usize, dBeta: usize, dx: usize, rows: i32, width: i32, epsilon: f32,
): void {
  const bytes = <usize>width << 2;
  const count = f32x4.splat(<f32>rows);
  for (let k: usize = 0; k < bytes; k += 16) {
    let shift = f32x4.splat(0), scale = f32x4.splat(0);
    for (let i: usize = 0; i < <usize>rows; i++) {
      const d = v128.load(dy + i * bytes + k);
      shift = f32x4.add(shift, d);
      scale = f32x4.add(scale, f32x4.mul(d, v128.load(unit + i * bytes + k)));
    }
    v128.store(dBeta + k, shift);
    v128.store(dGamma + k, scale);
    const meanShift = f32x4.div(shift, count), meanScale = f32x4.div(scale, count);
    const factor = f32x4.mul(v128.load(gamma + k), inverseDeviation(variance + k, epsilon));
    for (let i: usize = 0; i < <usize>rows; i++) {
      const own = f32x4.sub(v128.load(dy + i * bytes + k), meanShift);
      const rest = f32x4.sub(own, f32x4.mul(v128.load(unit + i * bytes + k), meanScale));
      v128.store(dx + i * bytes + k, f32x4.mul(rest, factor));
    }
  }
}

// @ts-ignore: decorator
@inline
function inverseDeviation(variance: usize, epsilon: f32): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.sqrt(f32x4.add(v128.load(variance), f32x4.splat(epsilon))));
}
