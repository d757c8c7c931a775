export interface Quadrature {
  /** Places in (0, 1). */
  readonly points: Float64Array;
  /** Their weights; they sum to 1. */
  readonly weights: Float64Array;
}

const rules = new Map<number, Quadrature>();

/** Gauss and Legendre's rule on [0, 1]: exact for polynomials of degree below `2 × count`. */
export function gaussLegendre(count: number): Quadrature {
  const rule = rules.get(count) ?? computedRule(count);
  rules.set(count, rule);
  return rule;
}

function computedRule(count: number): Quadrature {
  const points = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const x = legendreRoot(count, i);
    const { slope } = legendre(count, x);
    points[i] = (x + 1) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { points, weights };
}

/** Newton's method from the usual first guess; it settles within a few steps. */
function legendreRoot(degree: number, index: number): number {
  let x = Math.cos((Math.PI * (index + 0.75)) / (degree + 0.5));
  for (let step = 0; step < 20; step++) {
    const { value, slope } = legendre(degree, x);
    x -= value / slope;
  }
  return x;
}

function legendre(degree: number, x: number): { value: number; slope: number } {
  let before = 1;
  let value = x;
  for (let k = 2; k <= degree; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) };
}
