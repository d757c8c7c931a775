import type { Activation, LayerSpec } from './network/layer-spec.ts';

/** What is done at each hidden layer. */
export interface HiddenLayers {
  readonly activation: Activation;
  readonly dropout: number;
  readonly batchNorm: boolean;
}

/** Dense layers of these units, each with normalisation, activation and dropout as asked. */
export function hiddenLayers(units: readonly number[], hidden: HiddenLayers): LayerSpec[] {
  return units.flatMap(each => [{ kind: 'dense' as const, units: each }, ...afterWeights(hidden)]);
}

/** What follows the weights of a hidden layer. */
export function afterWeights({ activation, dropout, batchNorm }: HiddenLayers): LayerSpec[] {
  return [
    ...(batchNorm ? [{ kind: 'batch-norm' as const }] : []),
    { kind: 'activation', activation },
    ...(dropout > 0 ? [{ kind: 'dropout' as const, rate: dropout }] : []),
  ];
}
