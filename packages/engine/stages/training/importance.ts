import type { Importance } from '@rikuy/contracts';
import { type Fitted, isExplainable, meanAbsoluteAttributions, type Table, takeRows } from '@rikuy/learn';

/** Rows that the mean absolute Shapley value is taken over. */
const mostRows = 1000;

/** Mean absolute part of the score by feature, and the gain of its splits, the most important first. */
export function importanceOf(classifier: Fitted, X: Table): Importance[] {
  if (!isExplainable(classifier)) return [];
  const sample = takeRows(X, everyNth(X.rowCount, mostRows));
  const gains = gainsOf(classifier);
  return meanAbsoluteAttributions(classifier.explain(sample)).map(({ input, importance }) => ({
    feature: input,
    gain: gains.get(input) ?? 0,
    meanAbsoluteShap: importance,
  }));
}

function everyNth(rows: number, most: number): Int32Array {
  const step = Math.max(1, Math.ceil(rows / most));
  return Int32Array.from({ length: Math.ceil(rows / step) }, (_, i) => i * step);
}

function gainsOf(classifier: Fitted): Map<string, number> {
  const { importance } = classifier as { importance?: () => readonly { input: string; gain: number }[] };
  return new Map(importance?.call(classifier).map(({ input, gain }) => [input, gain]));
}
