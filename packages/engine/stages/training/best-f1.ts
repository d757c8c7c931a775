import type { Evaluation } from '@rikuy/contracts';

/** The threshold whose decisions have the highest F1 on these rows; rows of equal score are decided alike. */
export function bestF1({ y, score }: { readonly y: Float64Array; readonly score: Float64Array }): Evaluation['bestF1'] {
  const order = Int32Array.from(score.keys()).sort((a, b) => score[b] - score[a] || a - b);
  const positives = y.reduce((sum, label) => sum + label, 0);
  let best = { threshold: 1, precision: 0, recall: 0, f1: 0 };
  let found = 0;
  order.forEach((row, at) => {
    found += y[row];
    const isBorder = at + 1 === order.length || score[order[at + 1]] !== score[row];
    const f1 = (2 * found) / (at + 1 + positives);
    if (isBorder && f1 > best.f1)
      best = { threshold: score[row], precision: found / (at + 1), recall: found / positives, f1 };
  });
  return best;
}
