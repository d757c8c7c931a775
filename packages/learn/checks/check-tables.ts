import type { InputColumn } from '../protocol/estimator.ts';
import { seeded } from '../random/random.ts';
import { categories, type CategoryColumn, type Column, numbers } from '../table/column.ts';
import { categoryColumn, column, table, type Table, takeRows, withColumns } from '../table/table.ts';
import { answersOf } from './answers.ts';
import type { CheckContext } from './check-context.ts';
import { promise, refuses, sameAnswers } from './expectations.ts';

export function missingValues({ fitted, data, settings }: CheckContext): void {
  for (const input of fitted.inputs) {
    const X = replaced(takeRows(data.X, [0, 1, 2]), input.name, allMissing(input, 3));
    if (settings.gaps ?? true) requireAnswers(() => answersOf(fitted, X), `missing values in \`${input.name}\``);
    else refuses(() => answersOf(fitted, X), { code: 'invalid-data', naming: input.name, when: 'missing values' });
  }
}

export function newCategories({ fitted, data }: CheckContext): void {
  for (const { name } of categoryInputs(fitted.inputs)) {
    const X = replaced(takeRows(data.X, [0, 1]), name, categories(['never seen before', 'nor this']));
    requireAnswers(() => answersOf(fitted, X), `levels of \`${name}\` that training did not see`);
  }
}

export function otherDictionary({ fitted, data }: CheckContext): void {
  const rows = [3, 1, 4, 15, 92, 65];
  const X = takeRows(data.X, rows);
  const rewritten = categoryInputs(fitted.inputs).reduce(
    (reached, { name }) => replaced(reached, name, backwards(categoryColumn(reached, name))),
    X,
  );
  sameAnswers(answersOf(fitted, rewritten), answersOf(fitted, X), 'when categories come with another dictionary');
}

export function columnOrder({ fitted, data, answers }: CheckContext): void {
  const extra = { 'not asked for': numbers(new Float64Array(data.X.rowCount)) };
  const shuffled = table(new Map<string, Column>([...Object.entries(extra), ...[...data.X.columns].toReversed()]));
  sameAnswers(answersOf(fitted, shuffled), answers, 'when columns come in another order with one more');
}

export function missingColumn({ fitted, data }: CheckContext): void {
  promise(fitted.inputs.length > 0, 'it must say which columns it was fitted on');
  for (const { name } of fitted.inputs) {
    const X = { rowCount: data.X.rowCount, columns: new Map([...data.X.columns].filter(([each]) => each !== name)) };
    refuses(() => answersOf(fitted, X), { code: 'missing-column', naming: name, when: `a table without \`${name}\`` });
  }
}

export function otherKind({ fitted, data }: CheckContext): void {
  for (const { name, kind } of fitted.inputs) {
    const other = kind === 'number' ? categories(['a', 'b']) : numbers([1, 2]);
    const X = replaced(takeRows(data.X, [0, 1]), name, other);
    refuses(() => answersOf(fitted, X), { code: 'invalid-data', naming: name, when: `\`${name}\` of another kind` });
  }
}

export function otherLength({ estimator, data }: CheckContext): void {
  const { X, y } = data;
  const tooShort = y.subarray(1);
  refuses(() => estimator.fit(X, tooShort), { code: 'invalid-data', naming: '`y`', when: 'labels of another length' });
  refuses(() => estimator.fit(X, y, { weights: tooShort, random: seeded(7) }), {
    code: 'invalid-data',
    naming: '`weights`',
    when: 'weights of another length',
  });
}

function requireAnswers(answer: () => readonly unknown[], to: string): void {
  let trouble: unknown;
  try {
    promise(answer().length > 0, `it must answer rows with ${to}`);
  } catch (error) {
    trouble = error;
  }
  promise(trouble === undefined, `it must answer rows with ${to}; it threw ${String(trouble)}`);
}

function categoryInputs(inputs: readonly InputColumn[]): InputColumn[] {
  return inputs.filter(({ kind }) => kind === 'category');
}

function replaced(X: Table, name: string, by: Column): Table {
  column(X, name);
  return withColumns(X, { [name]: by });
}

function allMissing({ kind }: InputColumn, rows: number): Column {
  return kind === 'number'
    ? numbers(new Float64Array(rows).fill(NaN))
    : categories(Array.from({ length: rows }, () => null));
}

/** The same rows by a dictionary that holds only the levels they have, in reverse, and one that nobody has. */
function backwards({ codes, levels }: CategoryColumn): CategoryColumn {
  const used = levels.filter((_, code) => codes.includes(code)).toReversed();
  const known = ['a level of no row', ...used];
  return { kind: 'category', levels: known, codes: codes.map(code => (code < 0 ? -1 : known.indexOf(levels[code]))) };
}
