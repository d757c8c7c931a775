import type { Language, QualityReport, QualityResult, QualityStatus } from '@rikuy/contracts';
import { textTable } from './table.ts';

const marks: Readonly<Record<QualityStatus, string>> = { pass: '✓', warn: '!', fail: '✗' };
const statusWords: Readonly<Record<Language, Readonly<Record<QualityStatus, string>>>> = {
  es: { pass: 'pasa', warn: 'advierte', fail: 'falla' },
  en: { pass: 'passes', warn: 'warns', fail: 'fails' },
};

/** A report as people read it in a terminal. */
export function qualityText({ dataset, status, checks, counts }: QualityReport, language: Language): string {
  const head =
    language === 'es'
      ? ['', 'control', 'medido', 'advierte', 'falla', 'filas', 'ejemplos']
      : ['', 'check', 'measured', 'warns at', 'fails at', 'rows', 'examples'];
  const rows = checks.map(check => [
    marks[check.status],
    check.title[language],
    measured(check, check.value),
    measured(check, check.warn),
    measured(check, check.fail),
    check.measure === 'share' ? `${check.violations}/${check.checked}` : String(check.checked),
    check.examples.join(' '),
  ]);
  const outliers = counts.outliers_removed ?? (language === 'es' ? 'no se sabe' : 'unknown');
  return [
    `${dataset}: ${statusWords[language][status]}`,
    textTable(head, rows),
    `missing_values_handled ${counts.missing_values_handled} · outliers_removed ${outliers} · inconsistencies_fixed ${counts.inconsistencies_fixed}`,
  ].join('\n');
}

function measured({ measure }: QualityResult, value: number | null): string {
  if (value === null) return '—';
  if (measure === 'share') return `${Number((value * 100).toPrecision(3))} %`;
  return measure === 'rows' ? String(value) : String(Number(value.toPrecision(3)));
}
