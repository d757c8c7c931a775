import type { Evaluation, Figure, Language } from '@rikuy/contracts';
import { textTable } from './table.ts';

/** The figures of several models side by side, with their intervals. */
export function evaluationTable(evaluations: readonly Evaluation[], language: Language): string {
  const shares = evaluations.at(0)?.atShares.map(({ share }) => share) ?? [];
  const model = language === 'es' ? 'modelo' : 'model';
  const header = [
    model,
    'ROC AUC',
    'AP',
    ...shares.map(share => `P@${share * 100} %`),
    ...shares.map(share => `R@${share * 100} %`),
  ];
  const rows = evaluations.map(one => [
    one.model,
    interval(one.rocAuc),
    interval(one.averagePrecision),
    ...one.atShares.map(({ precision }) => interval(precision)),
    ...one.atShares.map(({ recall }) => recall.value.toFixed(3)),
  ]);
  return textTable(header, rows);
}

function interval({ value, low, high }: Figure): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}–${high.toFixed(3)}]`;
}
