import type {
  Explainable,
  Fitted,
  FittedClassifier,
  FittedDetector,
  FittedRegressor,
  FittedTransformer,
} from '../protocol/estimator.ts';
import type { Table } from '../table/table.ts';

/** One thing that a fitted object says of each row: numbers, or texts where it gives categories. */
export interface Answer {
  readonly name: string;
  /** How many values belong to a row. */
  readonly width: number;
  readonly values: readonly (number | string | null)[];
}

type AnyFitted = FittedClassifier & FittedRegressor & FittedDetector & FittedTransformer & Explainable;

/** All that a fitted object says of these rows. */
export function answersOf(fitted: Fitted, X: Table): Answer[] {
  const able = fitted as Partial<AnyFitted>;
  const answers: Answer[] = [];
  if (able.predictProba) answers.push({ name: 'predictProba', width: 1, values: [...able.predictProba(X)] });
  if (able.predict) answers.push({ name: 'predict', width: 1, values: [...able.predict(X)] });
  if (able.anomalyScore) answers.push({ name: 'anomalyScore', width: 1, values: [...able.anomalyScore(X)] });
  if (able.transform) answers.push(...columnAnswers(able.transform(X)));
  if (able.explain) {
    const { inputs, values } = able.explain(X);
    answers.push({ name: 'explain', width: inputs.length, values: [...values] });
  }
  return answers;
}

/** The values of one row. */
export function rowOf({ values, width }: Answer, row: number): readonly (number | string | null)[] {
  return values.slice(row * width, (row + 1) * width);
}

function columnAnswers(X: Table): Answer[] {
  return [...X.columns].map(([name, one]) => ({
    name: `column \`${name}\``,
    width: 1,
    values: one.kind === 'category' ? Array.from(one.codes, code => one.levels[code] ?? null) : [...one.values],
  }));
}
