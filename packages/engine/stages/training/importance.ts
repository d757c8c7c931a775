import type { Importance } from '@rikuy/contracts';
import { type Fitted, meanAbsoluteAttributions, type Table, takeRows } from '@rikuy/learn';
import { explainerOf } from '../../estimators/explainer.ts';

/** Rows that the mean absolute Shapley value is taken over. */
const mostRows = 1000;

/** Mean absolute part of what explains the model by feature, and the gain of its splits, the most important first. */
export function importanceOf(classifier: Fitted, X: Table): Importance[] {
  const explainer = explainerOf(classifier);
  if (!explainer) return [];
  const sample = takeRows(X, everyNth(X.rowCount, mostRows));
  const gains = gainsOf(classifier);
  return meanAbsoluteAttributions(explainer.explain(sample)).map(({ input, importance }) => ({
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
