import { z } from 'zod';
import { LearnError } from '../../protocol/learn-error.ts';

const size = z.int().min(1);

/** What a layer does to its input. */
export const layerSpec = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dense'), units: size }),
  z.object({ kind: z.literal('convolution'), filters: size, width: size, padding: z.enum(['valid', 'same']) }),
  z.object({ kind: z.literal('activation'), activation: z.enum(['relu', 'sigmoid', 'tanh']) }),
  z.object({ kind: z.literal('batch-norm') }),
  z.object({ kind: z.literal('dropout'), rate: z.number().min(0).lt(1) }),
  z.object({ kind: z.literal('pool'), by: z.enum(['max', 'average']) }),
]);
export type LayerSpec = z.infer<typeof layerSpec>;
export type Activation = Extract<LayerSpec, { kind: 'activation' }>['activation'];

/** What one row is: `channels` numbers at each of `steps` steps. A row of plain inputs has one step. */
export const rowShape = z.object({ steps: size, channels: size });
export type RowShape = z.infer<typeof rowShape>;

/** A layer between what goes in and out, and the shapes of its weights in the order of TensorFlow's `getWeights`. */
export interface LayerPlan {
  readonly spec: LayerSpec;
  readonly input: RowShape;
  readonly output: RowShape;
  readonly weights: readonly WeightShape[];
}

export interface WeightShape {
  /** As TensorFlow names it. */
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * The layers one after another.
 * @throws LearnError `invalid-parameter` when a convolution is wider than its rows
 */
export function planLayers(input: RowShape, specs: readonly LayerSpec[]): LayerPlan[] {
  let reached = input;
  return specs.map(spec => {
    const plan = { spec, input: reached, output: outputOf(spec, reached), weights: weightsOf(spec, reached) };
    reached = plan.output;
    return plan;
  });
}

export function sizeOf({ shape }: WeightShape): number {
  return shape.reduce((product, side) => product * side, 1);
}

function outputOf(spec: LayerSpec, input: RowShape): RowShape {
  switch (spec.kind) {
    case 'dense':
      return { steps: 1, channels: spec.units };
    case 'convolution':
      return { steps: convolvedSteps(spec, input.steps), channels: spec.filters };
    case 'pool':
      return { steps: 1, channels: input.channels };
    case 'activation':
    case 'batch-norm':
    case 'dropout':
      return input;
  }
}

function convolvedSteps({ width, padding }: { width: number; padding: string }, steps: number): number {
  if (padding === 'same') return steps;
  if (width <= steps) return steps - width + 1;
  throw new LearnError(
    'invalid-parameter',
    `a convolution over ${width} steps needs at least as many; here there are ${steps}. Use a smaller \`width\`, or \`padding\` as "same".`,
  );
}

function weightsOf(spec: LayerSpec, { steps, channels }: RowShape): WeightShape[] {
  switch (spec.kind) {
    case 'dense':
      return [
        { name: 'kernel', shape: [steps * channels, spec.units] },
        { name: 'bias', shape: [spec.units] },
      ];
    case 'convolution':
      return [
        { name: 'kernel', shape: [spec.width, channels, spec.filters] },
        { name: 'bias', shape: [spec.filters] },
      ];
    case 'batch-norm':
      return ['gamma', 'beta', 'moving_mean', 'moving_variance'].map(name => ({ name, shape: [channels] }));
    case 'activation':
    case 'dropout':
    case 'pool':
      return [];
  }
}
