import { z } from 'zod';
import type { FittedTransformer, InputColumn } from '../protocol/estimator.ts';
import { inputsOf, selectInputs } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readValues } from '../protocol/read-state.ts';
import { type Json, PROTOCOL, type State } from '../protocol/state.ts';
import type { WeightedRows } from '../protocol/weighted-rows.ts';
import type { CategoryColumn, Column, NumberColumn } from '../table/column.ts';
import { column, type Table } from '../table/table.ts';
import { chosenInputs, type ColumnChoice } from './column-choice.ts';

/** One chosen column of the training rows, with their labels and weights (all above zero). */
export interface ColumnToLearn {
  readonly name: string;
  readonly column: NumberColumn | CategoryColumn;
  readonly y: Float64Array;
  readonly weights: Float64Array;
}

/** A way of changing columns one by one: what is learned of a column is a rule of plain data. */
export interface ColumnRules<Params extends { readonly columns: ColumnChoice }, Rule extends Json> {
  readonly kind: string;
  readonly accepts: InputColumn['kind'] | 'any';
  readonly rule: z.ZodType<Rule>;
  learn(given: ColumnToLearn, params: Params): Rule;
  /** The columns that take the place of the input. */
  outputs(input: InputColumn, rule: Rule): readonly InputColumn[];
  /** Prepares a rule once; the function returned gives the outputs' columns in their order. */
  applier(rule: Rule): (from: Column) => readonly Column[];
}

/** Learns a rule for every chosen column. */
export function fitColumnRules<Params extends { readonly columns: ColumnChoice }, Rule extends Json>(
  definition: ColumnRules<Params, Rule>,
  params: Params,
  { X, y, weights }: WeightedRows,
): FittedTransformer {
  const chosen = chosenInputs(X, params.columns, definition.accepts);
  const rules = new Map<string, Rule>();
  for (const { name } of chosen) {
    const from = column(X, name) as NumberColumn | CategoryColumn;
    rules.set(name, definition.learn({ name, column: from, y, weights }, params));
  }
  return ruledTransformer(definition, inputsOf(X), rules);
}

/** Rebuilds what `fitColumnRules` made, from its state. */
export function readColumnRules<Params extends { readonly columns: ColumnChoice }, Rule extends Json>(
  definition: ColumnRules<Params, Rule>,
  state: State,
): FittedTransformer {
  const input = z.object({ name: z.string(), kind: z.enum(['number', 'category']) });
  const values = z.object({ inputs: z.array(input), rules: z.array(z.tuple([z.string(), definition.rule])) });
  const { inputs, rules } = readValues(state, definition.kind, values);
  return ruledTransformer(definition, inputs, new Map(rules));
}

function ruledTransformer<Params extends { readonly columns: ColumnChoice }, Rule extends Json>(
  definition: ColumnRules<Params, Rule>,
  inputs: readonly InputColumn[],
  rules: ReadonlyMap<string, Rule>,
): FittedTransformer {
  const steps = inputs.map(input => columnStep(definition, input, rules.get(input.name)));
  const outputs = distinct(steps.flatMap(step => step.outputs));
  const { kind } = definition;
  return {
    kind,
    inputs,
    outputs,
    origins: new Map(steps.flatMap(step => step.outputs.map(output => [output.name, step.input.name] as const))),
    transform: X => transformed(selectInputs(X, inputs), steps),
    toState: () => ({
      kind,
      protocol: PROTOCOL,
      values: { inputs: inputs.map(input => ({ ...input })), rules: [...rules].map(([name, rule]) => [name, rule]) },
      arrays: {},
      parts: {},
    }),
  };
}

interface ColumnStep {
  readonly input: InputColumn;
  readonly outputs: readonly InputColumn[];
  readonly apply: (from: Column) => readonly Column[];
}

function columnStep<Params extends { readonly columns: ColumnChoice }, Rule extends Json>(
  definition: ColumnRules<Params, Rule>,
  input: InputColumn,
  rule: Rule | undefined,
): ColumnStep {
  if (rule === undefined) return { input, outputs: [input], apply: from => [from] };
  return { input, outputs: definition.outputs(input, rule), apply: definition.applier(rule) };
}

function transformed(X: Table, steps: readonly ColumnStep[]): Table {
  const columns = new Map<string, Column>();
  for (const { input, outputs, apply } of steps) {
    apply(column(X, input.name)).forEach((made, k) => columns.set(outputs[k].name, made));
  }
  return { rowCount: X.rowCount, columns };
}

function distinct(outputs: readonly InputColumn[]): readonly InputColumn[] {
  const seen = new Set<string>();
  for (const { name } of outputs) {
    if (seen.has(name)) {
      throw new LearnError('invalid-data', `two columns would be called \`${name}\`; rename one before transforming.`);
    }
    seen.add(name);
  }
  return outputs;
}
