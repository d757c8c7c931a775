import { accuracy, confusionAt, type FittedClassifier, rocAuc, takeRows } from '@rikuy/learn';
import type { PublicTable } from './public-table.ts';
import type { Figures } from './rivals.ts';

/** A fitted model on rows that it has not seen. */
export function judged(fitted: FittedClassifier, { X, y }: PublicTable, rows: Uint32Array): Figures {
  const labels = Float64Array.from(rows, row => y[row]);
  const scored = { y: labels, score: fitted.predictProba(takeRows(X, rows)) };
  return { accuracy: accuracy(confusionAt(scored, 0.5)), auc: rocAuc(scored) };
}

/** The mean over splits with its 95 % interval by the normal approximation; splits share rows, so it is too narrow. */
export function meanWithInterval(values: readonly number[]): string {
  const mean = meanOf(values);
  if (values.length < 2) return mean.toFixed(4);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return `${mean.toFixed(4)} ± ${(1.96 * Math.sqrt(variance / values.length)).toFixed(4)}`;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One line of a table of models. */
export function figuresRow(model: string, figures: readonly Figures[]): Record<string, string> {
  return {
    model,
    accuracy: meanWithInterval(figures.map(one => one.accuracy)),
    AUC: meanWithInterval(figures.map(one => one.auc)),
  };
}
