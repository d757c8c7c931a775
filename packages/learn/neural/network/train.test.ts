import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../random/random.ts';
import { answer } from './answer.ts';
import type { LayerSpec } from './layer-spec.ts';
import { logisticLoss, squaredError } from './loss.ts';
import { train, type TrainingPlan } from './train.ts';

const ROWS = 103;
const random = seeded(8);
const values = Float32Array.from({ length: ROWS * 12 }, () => random.next() * 2 - 1);
const targets = Float32Array.from({ length: ROWS }, (_, i) => (values[i * 12] > values[i * 12 + 5] ? 1 : 0));
const rows = { values, count: ROWS, targets, weights: new Float64Array(ROWS).fill(2) };
const layers: readonly LayerSpec[] = [
  { kind: 'convolution', filters: 5, width: 2, padding: 'same' },
  { kind: 'batch-norm' },
  { kind: 'activation', activation: 'tanh' },
  { kind: 'dropout', rate: 0.1 },
  { kind: 'pool', by: 'max' },
  { kind: 'dense', units: 6 },
  { kind: 'activation', activation: 'relu' },
  { kind: 'dense', units: 1 },
];
const spec = { shape: { steps: 4, channels: 3 }, layers };

function plan(more: Partial<TrainingPlan> = {}): TrainingPlan {
  const steady = { epochs: 4, batchSize: 16, learningRate: 0.01, l2: 0.001, loss: logisticLoss };
  return { ...steady, random: seeded(5), ...more };
}

function digestOf(weights: readonly Float32Array[]): string {
  const digest = createHash('sha256');
  for (const each of weights) digest.update(new Uint8Array(each.buffer, each.byteOffset, each.byteLength));
  return digest.digest('hex').slice(0, 16);
}

describe('train', () => {
  it('gives the bits that it gave on the machine where this was written', () => {
    expect(digestOf(train(spec, rows, plan()).weights)).toBe('534172590768b930');
  });

  it('makes the loss smaller with the epochs', () => {
    // Without pooling, which forgets where a value stood.
    const flattened = { ...spec, layers: layers.filter(({ kind }) => kind !== 'pool') };
    const { curve } = train(flattened, rows, plan({ epochs: 30 }));
    expect(curve.training[29]).toBeLessThan(curve.training[0] / 2);
    expect(curve.heldOut).toEqual([]);
  });

  it('takes ever smaller steps under decay, down to none', () => {
    const bias = { shape: { steps: 1, channels: 1 }, layers: [{ kind: 'dense', units: 1 } as const] };
    const far = {
      values: new Float32Array(8),
      count: 8,
      targets: new Float32Array(8).fill(1e4),
      weights: new Float64Array(8).fill(1),
    };
    // Far from its target, Adam moves by the learning rate at each step: here one an epoch.
    const moved = (decay: TrainingPlan['decay']): number => {
      const { weights } = train(bias, far, plan({ epochs: 10, l2: 0, loss: squaredError, decay }));
      return weights[1][0] / 0.01;
    };
    expect(moved('none')).toBeCloseTo(10, 2);
    expect(moved('linear')).toBeCloseTo(1 + 0.9 + 0.8 + 0.7 + 0.6 + 0.5 + 0.4 + 0.3 + 0.2 + 0.1, 2);
  });

  it('measures held-out rows as the weights of that epoch answer them', () => {
    const { weights, curve } = train(spec, rows, plan({ epochs: 1, heldOut: rows }));
    const outputs = answer(spec, weights, rows);
    const each = Array.from(outputs, (_, i) => logisticLoss.ofRow(outputs, targets, { first: i, width: 1 }));
    expect(curve.heldOut[0]).toBeCloseTo(each.reduce((sum, loss) => sum + loss, 0) / ROWS, 12);
  });

  it('lets its progress be used to train and answer with others meanwhile', () => {
    const undisturbed = train(spec, rows, plan()).weights;
    const other = { shape: { steps: 1, channels: 12 }, layers: [{ kind: 'dense', units: 12 } as const] };
    const disturbing = plan({
      onProgress: () => {
        train(other, { values, count: ROWS, weights: rows.weights }, plan({ epochs: 1, loss: squaredError }));
      },
    });
    expect(train(spec, rows, disturbing).weights).toEqual(undisturbed);
  });

  it('takes more rows than its memory first had, and batches larger than all rows', () => {
    const many = {
      values: new Float32Array(60_000 * 12).fill(0.5),
      count: 60_000,
      weights: new Float64Array(60_000).fill(1),
    };
    const other = { shape: { steps: 1, channels: 12 }, layers: [{ kind: 'dense', units: 12 } as const] };
    const { weights } = train(other, many, plan({ epochs: 1, batchSize: 65_536, loss: squaredError }));
    expect(weights.every(each => each.every(Number.isFinite))).toBe(true);
  });
});
