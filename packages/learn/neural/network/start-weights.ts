import type { Random } from '../../random/random.ts';
import { planLayers, sizeOf, type WeightShape } from './layer-spec.ts';
import type { NetworkSpec } from './network.ts';

/** Weights to start from: kernels uniform after Glorot and Bengio (2010), scales and variances 1, all else 0. */
export function startWeights({ shape, layers }: NetworkSpec, random: Random): Float32Array[] {
  return planLayers(shape, layers).flatMap(({ weights }) => weights.map(one => startOf(one, random)));
}

function startOf(weight: WeightShape, random: Random): Float32Array {
  const values = new Float32Array(sizeOf(weight));
  if (weight.name === 'kernel') {
    const limit = glorotLimit(weight.shape);
    return values.map(() => (random.next() * 2 - 1) * limit);
  }
  return weight.name === 'gamma' || weight.name === 'moving_variance' ? values.fill(1) : values;
}

function glorotLimit(shape: readonly number[]): number {
  const [outputs, inputs, ...taps] = shape.toReversed();
  const width = taps.reduce((product, side) => product * side, 1);
  return Math.sqrt(6 / (width * (inputs + outputs)));
}
