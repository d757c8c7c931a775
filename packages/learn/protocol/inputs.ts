import { type Column } from '../table/column.ts';
import { column, type Table } from '../table/table.ts';
import type { InputColumn } from './estimator.ts';
import { LearnError } from './learn-error.ts';

/** The columns an estimator fits on: numbers and categories, in the table's order. Times are no inputs. */
export function inputsOf(X: Table): InputColumn[] {
  const inputs: InputColumn[] = [];
  for (const [name, { kind }] of X.columns) if (kind !== 'time') inputs.push({ name, kind });
  return inputs;
}

/**
 * The columns of `X` that a fitted object asks for, in its order; others are left out.
 * @throws LearnError `missing-column`, or `invalid-data` when a column changed its kind since fitting.
 */
export function selectInputs(X: Table, inputs: readonly InputColumn[]): Table {
  const columns = new Map<string, Column>();
  for (const { name, kind } of inputs) {
    const found = column(X, name);
    if (found.kind !== kind) throw kindChanged(name, kind, found.kind);
    columns.set(name, found);
  }
  return { rowCount: X.rowCount, columns };
}

function kindChanged(name: string, expected: string, got: string): LearnError {
  return new LearnError(
    'invalid-data',
    `column \`${name}\` must be of kind ${expected}, as when fitting; it is of kind ${got}.`,
  );
}
