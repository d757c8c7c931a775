import type { Evaluation, Figure, Language } from '@rikuy/contracts';
import { textTable } from './table.ts';

/** The models side by side by what ranks them, and what the chosen one finds by share inspected. */
export function evaluationTable(evaluations: readonly Evaluation[], chosen: string, language: Language): string {
  const best = evaluations.find(({ model }) => model === chosen);
  return [modelsTable(evaluations, chosen, language), ...(best ? ['', sharesTable(best, language)] : [])].join('\n');
}

function modelsTable(evaluations: readonly Evaluation[], chosen: string, language: Language): string {
  const header =
    language === 'es' ? ['modelo', 'ROC AUC', 'precisión media'] : ['model', 'ROC AUC', 'average precision'];
  const rows = evaluations.map(({ model, rocAuc, averagePrecision }) => [
    model === chosen ? `${model} *` : model,
    interval(rocAuc),
    interval(averagePrecision),
  ]);
  return textTable(header, rows);
}

function sharesTable({ atShares }: Evaluation, language: Language): string {
  const header =
    language === 'es'
      ? ['se revisa', 'con razón', 'de lo irregular', 'del dinero', 'frente al azar']
      : ['inspected', 'rightly', 'of the irregular', 'of the money', 'against chance'];
  const rows = atShares.map(({ share, precision, recall, revenueShare, lift }) => [
    percent(share),
    percents(precision),
    percents(recall),
    percents(revenueShare),
    `× ${lift.toFixed(1)}`,
  ]);
  return textTable(header, rows);
}

function interval({ value, low, high }: Figure): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}–${high.toFixed(3)}]`;
}

function percents({ value, low, high }: Figure): string {
  return `${percent(value)} [${Math.round(low * 100)}–${Math.round(high * 100)}]`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
