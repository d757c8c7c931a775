import type { KernelMemory } from '../kernels/kernel-memory.ts';
import type { Layer, LayerPlace, Pass } from './layer.ts';
import { type LayerPlan, type LayerSpec, planLayers, type RowShape } from './layer-spec.ts';
import { activationLayer } from './layers/activation-layer.ts';
import { batchNormLayer } from './layers/batch-norm-layer.ts';
import { convolutionLayer } from './layers/convolution-layer.ts';
import { denseLayer } from './layers/dense-layer.ts';
import { dropoutLayer } from './layers/dropout-layer.ts';
import { poolLayer } from './layers/pool-layer.ts';
import type { Parameter } from './parameter.ts';
import { signal, type Signal } from './signal.ts';

/** What a network computes, apart from its weights. */
export interface NetworkSpec {
  readonly shape: RowShape;
  readonly layers: readonly LayerSpec[];
}

/** Weights of all layers, in the order of the layers and within one of TensorFlow's `getWeights`. */
export type NetworkWeights = readonly Float32Array[];

export interface NetworkOptions {
  readonly memory: KernelMemory;
  /** Rows that go through at once at most. */
  readonly mostRows: number;
  /** Whether to learn: `backward` and gradients of weights. */
  readonly learns: boolean;
  /** Whether the gradient by the input is wanted, too. */
  readonly inputGradient?: boolean;
}

/** A network in the kernels' memory; it lives as long as that is lent. */
export class Network {
  readonly input: Signal;
  readonly output: Signal;
  readonly parameters: readonly Parameter[];
  readonly #layers: readonly Layer[];

  constructor({ shape, layers }: NetworkSpec, { memory, mostRows, learns, inputGradient = false }: NetworkOptions) {
    this.input = signal(memory, shape, { mostRows, gradient: inputGradient });
    let input = this.input;
    this.#layers = planLayers(shape, layers).map((plan, place) => {
      const layer = layerOf(plan, { memory, input, mostRows, learns, place });
      input = layer.output;
      return layer;
    });
    this.output = input;
    this.parameters = this.#layers.flatMap(({ parameters }) => parameters);
  }

  forward(rows: number, pass: Pass): void {
    for (const layer of this.#layers) layer.forward(rows, pass);
  }

  /** Gradients of all parameters from that of the output; after a `forward` of the same pass. */
  backward(rows: number, pass: Pass): void {
    for (let k = this.#layers.length - 1; k >= 0; k--) this.#layers[k].backward(rows, pass);
  }

  readWeights(): Float32Array[] {
    return this.parameters.map(one => one.read());
  }

  writeWeights(weights: NetworkWeights): void {
    this.parameters.forEach((one, k) => one.write(weights[k]));
  }
}

function layerOf(plan: LayerPlan, place: LayerPlace): Layer {
  const { spec } = plan;
  switch (spec.kind) {
    case 'dense':
      return denseLayer(place, spec.units);
    case 'convolution':
      return convolutionLayer(place, plan);
    case 'activation':
      return activationLayer(place, spec.activation);
    case 'batch-norm':
      return batchNormLayer(place);
    case 'dropout':
      return dropoutLayer(place, spec.rate);
    case 'pool':
      return poolLayer(place, spec.by);
  }
}
