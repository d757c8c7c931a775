import { z } from 'zod';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { EstimatorFactory, FittedTransformer, InputColumn } from '../protocol/estimator.ts';
import { selectInputs } from '../protocol/inputs.ts';
import { readValues } from '../protocol/read-state.ts';
import { PROTOCOL } from '../protocol/state.ts';
import { chosenInputs, columnChoice } from './column-choice.ts';

const params = z.strictObject({ columns: columnChoice });
const input = z.object({ name: z.string(), kind: z.enum(['number', 'category']) });

/** Keeps the chosen columns, in the order chosen, and asks for no others afterwards. */
export const keepColumns: EstimatorFactory<typeof params, FittedTransformer> = defineEstimator({
  kind: 'keep-columns',
  role: 'transformer',
  params,
  fit: ({ columns }, X) => keeper(chosenInputs(X, columns, 'any')),
  fromState: state => keeper(readValues(state, 'keep-columns', z.object({ inputs: z.array(input) })).inputs),
});

function keeper(inputs: readonly InputColumn[]): FittedTransformer {
  return {
    kind: 'keep-columns',
    inputs,
    outputs: inputs,
    origins: new Map(inputs.map(({ name }) => [name, name])),
    transform: X => selectInputs(X, inputs),
    toState: () => ({
      kind: 'keep-columns',
      protocol: PROTOCOL,
      values: { inputs: inputs.map(each => ({ ...each })) },
      arrays: {},
      parts: {},
    }),
  };
}
