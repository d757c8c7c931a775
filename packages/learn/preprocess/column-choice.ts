import { z } from 'zod';
import { LearnError } from '../protocol/learn-error.ts';
import type { InputColumn } from '../protocol/estimator.ts';
import { inputsOf } from '../protocol/inputs.ts';
import { column, type Table } from '../table/table.ts';

/** Columns by name, or all of a kind. */
export const columnChoice = z
  .union([z.enum(['numbers', 'categories', 'all']), z.array(z.string().min(1)).min(1)], {
    error: 'must be `numbers`, `categories`, `all`, or a list of column names',
  })
  .describe('Columns to change, by name or by kind; the others pass unchanged.');

export type ColumnChoice = z.infer<typeof columnChoice>;

/**
 * The inputs of `X` that are chosen. A choice by kind passes over columns that are not accepted; a column chosen by
 * name must be.
 * @throws LearnError `missing-column`, or `invalid-data` when a named column is of another kind
 */
export function chosenInputs(X: Table, choice: ColumnChoice, accepts: InputColumn['kind'] | 'any'): InputColumn[] {
  if (typeof choice !== 'string') return choice.map(name => namedInput(X, name, accepts));
  const wanted = { numbers: 'number', categories: 'category', all: 'any' }[choice];
  return inputsOf(X).filter(({ kind }) => isOfKind(kind, wanted) && isOfKind(kind, accepts));
}

function namedInput(X: Table, name: string, accepts: InputColumn['kind'] | 'any'): InputColumn {
  const { kind } = column(X, name);
  if (kind !== 'time' && isOfKind(kind, accepts)) return { name, kind };
  const wanted = accepts === 'any' ? 'number or category' : accepts;
  throw new LearnError('invalid-data', `column \`${name}\` must be of kind ${wanted}; it is of kind ${kind}.`);
}

function isOfKind(kind: string, wanted: string): boolean {
  return wanted === 'any' || kind === wanted;
}
