import { z } from 'zod';
import type { Fitted, InputColumn } from '../protocol/estimator.ts';
import { selectInputs } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readValues } from '../protocol/read-state.ts';
import { type Json, PROTOCOL, type State } from '../protocol/state.ts';
import type { Table } from '../table/table.ts';
import { answer } from './network/answer.ts';
import { layerSpec, planLayers, rowShape, sizeOf } from './network/layer-spec.ts';
import type { NetworkSpec, NetworkWeights } from './network/network.ts';
import type { LossCurve } from './network/train.ts';
import { networkRows } from './network-inputs.ts';

/** What every fitted network is made of. */
export interface NetworkModel {
  readonly kind: string;
  readonly inputs: readonly InputColumn[];
  readonly spec: NetworkSpec;
  readonly weights: NetworkWeights;
  /** Losses after each epoch of training. */
  readonly curve: LossCurve;
}

/** A fitted object with a network in it. */
export interface FittedNetwork extends Fitted {
  readonly network: NetworkModel;
}

const values = z.object({
  inputs: z.array(z.object({ name: z.string(), kind: z.literal('number') })),
  shape: rowShape,
  layers: z.array(layerSpec),
  curve: z.object({ training: z.array(z.number()), heldOut: z.array(z.number()) }),
});

/** The outputs of each row, one behind the other. */
export function outputsFor({ inputs, spec, weights }: NetworkModel, X: Table): Float32Array {
  return answer(spec, weights, networkRows(selectInputs(X, inputs), inputs));
}

/** `extra` is what the estimator itself adds. */
export function networkState(model: NetworkModel, extra: { readonly [key: string]: Json } = {}): State {
  const { kind, inputs, spec, weights, curve } = model;
  const plain = {
    inputs: inputs.map(input => ({ ...input })),
    shape: { ...spec.shape },
    layers: spec.layers.map(one => ({ ...one })),
  };
  return {
    kind,
    protocol: PROTOCOL,
    values: { ...plain, curve: { training: [...curve.training], heldOut: [...curve.heldOut] }, ...extra },
    arrays: Object.fromEntries(weights.map((each, k) => [`weights ${k}`, each.slice()])),
    parts: {},
  };
}

/** @throws LearnError `unreadable-state` when layers, inputs and weights do not fit together */
export function readNetworkModel(state: State, kind: string): NetworkModel {
  const { inputs, shape, layers, curve } = readValues(state, kind, values);
  if (inputs.length !== shape.steps * shape.channels) {
    throw new LearnError(
      'unreadable-state',
      `the state of \`${kind}\` must have an input for each of ${shape.steps} × ${shape.channels} numbers; got ${inputs.length}.`,
    );
  }
  const sizes = planLayers(shape, layers).flatMap(({ weights }) => weights.map(sizeOf));
  const weights = sizes.map((size, k) => readWeights(state, `weights ${k}`, size));
  return { kind, inputs, spec: { shape, layers }, weights, curve };
}

function readWeights(state: State, name: string, size: number): Float32Array {
  const found = state.arrays[name];
  if (found instanceof Float32Array && found.length === size) return found;
  throw new LearnError(
    'unreadable-state',
    `the state of \`${state.kind}\` must hold ${size} float32 values as \`${name}\`; got ${found?.length ?? 'none'}.`,
  );
}
