import { describe, expect, test } from 'vitest';
import { seeded } from '../../random/random.ts';
import { gradientsOf } from './gradients.fixture.ts';
import { type Loss, logLoss, poissonDeviance, squaredError, tweedieDeviance } from './loss.ts';

interface Case {
  readonly name: string;
  readonly loss: Loss;
  /** The loss that is differentiated, where it is not its own mean, and what its hessian is multiplied by. */
  readonly scale: number;
  readonly hessianFactor?: number;
  readonly targets: 'class' | 'count' | 'amount';
}

// Each loss is reported as people know it (twice the deviance, whole squares); boosting needs it up to a factor.
const cases: readonly Case[] = [
  { name: 'log loss', loss: logLoss, scale: 1, targets: 'class' },
  { name: 'squared error', loss: squaredError, scale: 0.5, targets: 'amount' },
  { name: 'Poisson', loss: poissonDeviance(0.7), scale: 0.5, hessianFactor: Math.exp(0.7), targets: 'count' },
  { name: 'Tweedie of power 1.2', loss: tweedieDeviance(1.2), scale: 0.5, targets: 'amount' },
  { name: 'Tweedie of power 1.8', loss: tweedieDeviance(1.8), scale: 0.5, targets: 'amount' },
];

describe.each(cases)('the gradients of $name', ({ loss, scale, hessianFactor = 1, targets }) => {
  test('are the derivatives of the loss reported', () => {
    const random = seeded(3);
    const drawn = Array.from({ length: 203 }, () => ({
      margin: Math.fround(random.normal()),
      target: drawTarget(targets, random.next()),
      weight: Math.fround(0.5 + random.next()),
    }));
    const found = gradientsOf(loss, drawn);
    drawn.forEach(({ margin, target, weight }, row) => {
      const at = (shift: number): number => lossAt(loss, margin + shift, target) * scale;
      const slope = (at(STEP) - at(-STEP)) / (2 * STEP);
      const curvature = (at(STEP) - 2 * at(0) + at(-STEP)) / STEP ** 2;
      expect(found[row].gradient / weight).toBeCloseTo(slope, 4);
      expect(found[row].hessian / weight / hessianFactor).toBeCloseTo(curvature, 3);
    });
  });
});

/** Small against the loss's curvature, large against the rounding of its margin, which is float64 here. */
const STEP = 1e-4;

function drawTarget(kind: Case['targets'], uniform: number): number {
  if (kind === 'class') return Number(uniform > 0.5);
  if (kind === 'count') return Math.floor(uniform * 4);
  return Math.fround(Math.max(0, uniform * 5 - 1));
}

/** The loss of one row, its margin not rounded to float32. */
function lossAt(loss: Loss, margin: number, target: number): number {
  return loss.mean(Float64Array.of(margin) as unknown as Float32Array, Float64Array.of(target));
}
