import { z } from 'zod';
import { described, partOf, partsReader } from '../compose/capabilities.ts';
import { requireRowLabels } from '../compose/row-labels.ts';
import { asDoubles, gather } from '../math/gather.ts';
import type {
  Estimator,
  Fitted,
  FittedRegressor,
  FittedTransformer,
  FitOptions,
  InputColumn,
  ReadPart,
} from '../protocol/estimator.ts';
import { inputsOf, selectInputs } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readValues } from '../protocol/read-state.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { countedRows, type WeightedRows } from '../protocol/weighted-rows.ts';
import { seeded } from '../random/random.ts';
import { type Column, numbers } from '../table/column.ts';
import { column, numberColumn, type Table, takeRows } from '../table/table.ts';
import { chosenInputs, type ColumnChoice } from './column-choice.ts';

export interface ModelImputeOptions {
  /** Columns of numbers to fill; default all that have gaps in training. */
  readonly columns?: ColumnChoice;
}

const KIND = 'model-impute';

/**
 * Fills gaps of number columns by a regressor of each on all other columns, fitted to the rows that have a value. The
 * regressor must take the others' gaps itself, as trees do, or be a pipeline that fills them more simply first. A column
 * without gaps in training is left as it is; one without any value is filled with 0. `y` is not looked at.
 * @example pipeline([modelImpute(gradientBoostingRegressor({ trees: 50 })), scale(), logisticRegression()])
 */
export const modelImpute = Object.assign(composeImputation, { kind: KIND, fromState: readImputation });

function composeImputation(
  regressor: Estimator<FittedRegressor>,
  { columns = 'numbers' }: ModelImputeOptions = {},
): Estimator<FittedTransformer> {
  return {
    kind: KIND,
    params: { regressor: described(regressor), columns },
    fit: (X, y, options = {}) => {
      requireRowLabels(X, y, options);
      const counted = countedRows(X, y, options);
      const chosen = chosenInputs(X, columns, 'number').map(({ name }) => name);
      const withGaps = chosen.filter(name => numberColumn(counted.X, name).values.some(Number.isNaN));
      const fillers = withGaps.map((name): Filler => ({ name, model: fitFiller(regressor, name, counted, options) }));
      return fittedImputation(inputsOf(X), fillers);
    },
  };
}

/** What fills a column; null where training had no value of it. */
interface Filler {
  readonly name: string;
  readonly model: FittedRegressor | null;
}

function fitFiller(
  regressor: Estimator<FittedRegressor>,
  name: string,
  { X, weights }: WeightedRows,
  options: FitOptions,
): FittedRegressor | null {
  const { validation: _, ...rest } = options; // whose rows have labels, not values of this column
  const { values } = numberColumn(X, name);
  const present = Uint32Array.from(values.keys()).filter(row => !Number.isNaN(values[row]));
  if (present.length === 0) return null;
  const fitted = regressor.fit(takeRows(without(X, name), present), gather(values, present), {
    ...rest,
    weights: gather(weights, present),
    random: (options.random ?? seeded(0)).fork(name),
  });
  if (isRegressor(fitted)) return fitted;
  throw new LearnError('invalid-parameter', '`regressor` must predict a number, such as gradientBoostingRegressor().');
}

function without(X: Table, name: string): Table {
  return { rowCount: X.rowCount, columns: new Map([...X.columns].filter(([each]) => each !== name)) };
}

function isRegressor(fitted: Fitted): fitted is FittedRegressor {
  return 'predict' in fitted;
}

function fittedImputation(inputs: readonly InputColumn[], fillers: readonly Filler[]): FittedTransformer {
  const models = fillers.flatMap(({ model }) => (model ? [model.toState()] : []));
  return {
    kind: KIND,
    inputs,
    outputs: inputs,
    transform: X => {
      const given = selectInputs(X, inputs);
      const filled = fillers.map((filler): [string, Column] => [filler.name, filledColumn(given, filler)]);
      return { rowCount: X.rowCount, columns: new Map([...given.columns, ...filled]) };
    },
    toState: () => ({
      kind: KIND,
      protocol: PROTOCOL,
      values: {
        inputs: inputs.map(input => ({ ...input })),
        fillers: fillers.map(({ name, model }) => ({ name, hasModel: model !== null })),
      },
      arrays: {},
      parts: Object.fromEntries(models.map((model, k) => [`model${k}`, model])),
    }),
  };
}

/** Only rows with a gap are predicted; others' gaps are met as they are, so that the order of columns changes nothing. */
function filledColumn(X: Table, { name, model }: Filler): Column {
  const values = asDoubles(numberColumn(X, name).values).slice();
  const gaps = Uint32Array.from(values.keys()).filter(row => Number.isNaN(values[row]));
  if (gaps.length === 0) return column(X, name);
  const filling = model?.predict(takeRows(without(X, name), gaps)) ?? new Float64Array(gaps.length);
  gaps.forEach((row, k) => (values[row] = filling[k]));
  return numbers(values);
}

function readImputation(state: State, reader?: ReadPart): FittedTransformer {
  const read = partsReader(KIND, reader);
  const input = z.object({ name: z.string(), kind: z.enum(['number', 'category']) });
  const filler = z.object({ name: z.string(), hasModel: z.boolean() });
  const { inputs, fillers } = readValues(state, KIND, z.object({ inputs: z.array(input), fillers: z.array(filler) }));
  let next = 0;
  return fittedImputation(
    inputs,
    fillers.map(({ name, hasModel }) => ({
      name,
      model: hasModel ? asRegressor(read(partOf(state, `model${next++}`))) : null,
    })),
  );
}

function asRegressor(part: Fitted): FittedRegressor {
  if (isRegressor(part)) return part;
  throw new LearnError('unreadable-state', `every model of \`${KIND}\` must be a regressor.`);
}
