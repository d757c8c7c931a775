/**
 * One step of Adam (Kingma and Ba 2015), β₁ = 0.9, β₂ = 0.999: p −= rate · (m · c1) / (√(v · c2) + ε), where c1 and c2
 * undo the start of the moments at 0.
 */
export function adam(p: usize, g: usize, m: usize, v: usize, count: i32, rate: f32, c1: f32, c2: f32): void {
  const beta1 = f32x4.splat(0.9), rest1 = f32x4.splat(0.1), beta2 = f32x4.splat(0.999), rest2 = f32x4.splat(0.001);
  const step = f32x4.splat(rate), first = f32x4.splat(c1), second = f32x4.splat(c2), epsilon = f32x4.splat(1e-7);
  for (let k: usize = 0; k < <usize>count << 2; k += 16) {
    const slope = v128.load(g + k);
    const mean = f32x4.add(f32x4.mul(v128.load(m + k), beta1), f32x4.mul(slope, rest1));
    const square = f32x4.add(f32x4.mul(v128.load(v + k), beta2), f32x4.mul(f32x4.mul(slope, slope), rest2));
    v128.store(m + k, mean);
    v128.store(v + k, square);
    const size = f32x4.add(f32x4.sqrt(f32x4.mul(square, second)), epsilon);
    v128.store(p + k, f32x4.sub(v128.load(p + k), f32x4.div(f32x4.mul(step, f32x4.mul(mean, first)), size)));
  }
}
