import type { Importance } from '@rikuy/contracts';
import { type Explainable, type Fitted, type Table, takeRows } from '@rikuy/learn';

/** Rows that the mean absolute Shapley value is taken over. */
const mostRows = 1000;

/** Mean absolute part of the score by feature, and the gain of its splits, the most important first. */
export function importanceOf(classifier: Fitted, X: Table): Importance[] {
  if (!isExplainable(classifier)) return [];
  const sample = takeRows(X, everyNth(X.rowCount, mostRows));
  const { inputs, values } = classifier.explain(sample);
  const gains = gainsOf(classifier);
  return inputs
    .map((feature, j) => ({
      feature,
      gain: gains.get(feature) ?? 0,
      meanAbsoluteShap: meanAbsolute(values, j, inputs.length),
    }))
    .toSorted((a, b) => b.meanAbsoluteShap - a.meanAbsoluteShap);
}

export function isExplainable(fitted: Fitted): fitted is Fitted & Explainable {
  return typeof (fitted as Partial<Explainable>).explain === 'function';
}

function meanAbsolute(values: Float64Array, column: number, columns: number): number {
  let sum = 0;
  for (let at = column; at < values.length; at += columns) sum += Math.abs(values[at]);
  return values.length === 0 ? 0 : sum / (values.length / columns);
}

function everyNth(rows: number, most: number): Int32Array {
  const step = Math.max(1, Math.ceil(rows / most));
  return Int32Array.from({ length: Math.ceil(rows / step) }, (_, i) => i * step);
}

function gainsOf(classifier: Fitted): Map<string, number> {
  const { importance } = classifier as { importance?: () => readonly { input: string; gain: number }[] };
  return new Map(importance?.call(classifier).map(({ input, gain }) => [input, gain]));
}
