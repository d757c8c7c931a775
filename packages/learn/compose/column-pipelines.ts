import { z } from 'zod';
import type {
  Estimator,
  FittedOnTable,
  FittedTransformer,
  FitOptions,
  InputColumn,
  ReadPart,
} from '../protocol/estimator.ts';
import { inputsOf, selectInputs } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readValues } from '../protocol/read-state.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { seeded } from '../random/random.ts';
import { chosenInputs, type ColumnChoice } from '../preprocess/column-choice.ts';
import type { Column } from '../table/column.ts';
import { select, type Table } from '../table/table.ts';
import { described, fitStep, partsReader, readTransformer } from './capabilities.ts';

/** Columns, and the transformer (or pipeline of transformers) that they alone go through. */
export interface ColumnBranch {
  readonly columns: ColumnChoice;
  readonly through: Estimator<FittedTransformer>;
}

export interface ColumnPipelinesOptions {
  /** What happens to columns that no branch names: `pass` (default) or `drop`. */
  readonly rest?: 'pass' | 'drop';
}

const KIND = 'column-pipelines';

/**
 * Sends columns through transformers of their own, side by side; the results stand in the order of the branches,
 * then the rest. Nothing is asked afterwards for columns that were dropped.
 *
 * @example columnPipelines([
 *   { columns: 'numbers', through: pipeline([impute(), scale()]) },
 *   { columns: ['country'], through: targetEncode() },
 * ], { rest: 'drop' })
 */
export const columnPipelines = Object.assign(composeBranches, { kind: KIND, fromState: readBranches });

function composeBranches(
  branches: readonly ColumnBranch[],
  { rest = 'pass' }: ColumnPipelinesOptions = {},
): Estimator<FittedTransformer> {
  if (branches.length === 0) {
    throw new LearnError('invalid-parameter', '`branches` must name at least one; got none.');
  }
  const fitTransform = (X: Table, y: Float64Array, options: FitOptions = {}): FittedOnTable<FittedTransformer> =>
    fitBranches(branches, rest, { X, y, options });
  return {
    kind: KIND,
    params: { branches: branches.map(({ columns, through }) => ({ columns, through: described(through) })), rest },
    fit: (X, y, options) => fitTransform(X, y, options).fitted,
    fitTransform,
  };
}

interface Training {
  readonly X: Table;
  readonly y: Float64Array;
  readonly options: FitOptions;
}

function fitBranches(
  branches: readonly ColumnBranch[],
  rest: 'pass' | 'drop',
  { X, y, options }: Training,
): FittedOnTable<FittedTransformer> {
  const random = options.random ?? seeded(0);
  const chosen = branches.map(({ columns }) => chosenInputs(X, columns, 'any'));
  const made = branches.map(({ through }, k) =>
    fitStep(through, selectInputs(X, chosen[k]), y, { ...options, random: random.fork(k) }),
  );
  const named = new Set(chosen.flat().map(({ name }) => name));
  const passed = rest === 'pass' ? inputsOf(X).filter(({ name }) => !named.has(name)) : [];
  const fitted = fittedBranches(
    made.map(one => one.fitted),
    passed,
  );
  return {
    fitted,
    transformed: sideBySide(X.rowCount, [...made.map(one => one.transformed), selectInputs(X, passed)]),
  };
}

function fittedBranches(branches: readonly FittedTransformer[], passed: readonly InputColumn[]): FittedTransformer {
  const inputs = distinctInputs([...branches.flatMap(branch => branch.inputs), ...passed]);
  const outputs = [...branches.flatMap(branch => branch.outputs), ...passed];
  refuseSameNames(outputs);
  return {
    kind: KIND,
    inputs,
    outputs,
    origins: new Map([
      ...branches.flatMap(branch => [...(branch.origins ?? [])]),
      ...passed.map(({ name }) => [name, name] as const),
    ]),
    transform: X => {
      const made = branches.map(branch => branch.transform(selectInputs(X, branch.inputs)));
      const all = sideBySide(X.rowCount, [...made, selectInputs(X, passed)]);
      return select(
        all,
        outputs.map(({ name }) => name),
      );
    },
    toState: () => ({
      kind: KIND,
      protocol: PROTOCOL,
      values: { branches: branches.length, passed: passed.map(each => ({ ...each })) },
      arrays: {},
      parts: Object.fromEntries(branches.map((branch, k) => [`branch${k}`, branch.toState()])),
    }),
  };
}

function sideBySide(rowCount: number, tables: readonly Table[]): Table {
  return { rowCount, columns: new Map<string, Column>(tables.flatMap(one => [...one.columns])) };
}

function distinctInputs(inputs: readonly InputColumn[]): InputColumn[] {
  return [...new Map(inputs.map(input => [input.name, input])).values()];
}

function refuseSameNames(outputs: readonly InputColumn[]): void {
  const names = new Set<string>();
  for (const { name } of outputs) {
    if (names.has(name)) {
      throw new LearnError('invalid-data', `two branches give a column \`${name}\`; let one branch alone have it.`);
    }
    names.add(name);
  }
}

function readBranches(state: State, reader?: ReadPart): FittedTransformer {
  const read = partsReader(KIND, reader);
  const input = z.object({ name: z.string(), kind: z.enum(['number', 'category']) });
  const { branches, passed } = readValues(state, KIND, z.object({ branches: z.int().min(1), passed: z.array(input) }));
  return fittedBranches(
    Array.from({ length: branches }, (_, k) => readTransformer(state, `branch${k}`, read)),
    passed,
  );
}
