import { writeFile } from 'node:fs/promises';
import type { GeneratedFiles, GenerateOptions } from '@rikuy/engine';
import { chance, type Random, seeded } from '@rikuy/learn';
import { applicationOf, monthlyFiguresOf } from './application-records.ts';
import { dirtRates, soiledApplication } from './dirt.ts';
import {
  type CompanyMonth,
  type GeneratedApplication,
  type GeneratedBook,
  generateApplications,
} from './generate-applications.ts';

const columns = [
  'id_solicitud',
  'ruc',
  'fecha_solicitud',
  'rubro',
  'departamento',
  'monto_solicitado',
  'plazo_meses',
  'destino',
  'moneda',
  'ingresos_mensuales',
  'gastos_mensuales',
  'activo_total',
  'deuda_total',
  'patrimonio',
  'utilidad_neta',
  'utilidad_bruta',
  'antiguedad',
  'dias_atraso',
  'numero_entidades',
  'credit_worthy',
  'label_known_at',
  'loss_amount',
  '_planted_pattern',
  '_true_label',
  '_true_amount',
];
const monthColumns = [
  'ruc',
  'fin_mes',
  'departamento',
  'ingresos',
  'gastos',
  'moneda',
  'saldo_deuda',
  'cuotas_por_pagar',
  'cuotas_pagadas',
  'cuotas_puntuales',
];

/**
 * Writes generated applications as CSV like the export of a lender, dirt included, and the companies' months beside
 * them as `….monthly_figures.csv`. Columns that begin with `_` hold the truth (`_true_label` is 1 for a default): nothing
 * may learn from them. The same options give the same bytes.
 */
export async function writeApplications(path: string, options: GenerateOptions): Promise<GeneratedFiles> {
  const { applications, months } = partOf(generateApplications(options), options);
  const random = seeded(options.seed).fork('dirt');
  const lines = applications.flatMap(application => applicationLines(application, random));
  const monthLines = months.flatMap(month => (chance(dirtRates.missingMonth, random) ? [] : [monthLine(month)]));
  const monthPath = path.endsWith('.csv') ? `${path.slice(0, -4)}.monthly_figures.csv` : `${path}.monthly_figures`;
  await writeFile(path, `${[columns.join(','), ...lines].join('\n')}\n`);
  await writeFile(monthPath, `${[monthColumns.join(','), ...monthLines].join('\n')}\n`);
  return {
    lines: lines.length,
    others: [{ recordType: 'monthly_figures', path: monthPath, lines: monthLines.length }],
  };
}

/** History with the findings known before the cut, or what arrives after it, of which nothing is known. */
function partOf(book: GeneratedBook, { part }: GenerateOptions): GeneratedBook {
  if (!part) return book;
  const cut = Date.parse(`${part.cut}T00:00:00-05:00`);
  const isHistory = part.kind === 'history';
  return {
    months: book.months.filter(({ month }) => month.end < cut === isHistory),
    applications: book.applications
      .filter(({ time }) => time < cut === isHistory)
      .map(one => ({ ...one, finding: isHistory && one.finding && one.finding.knownAt < cut ? one.finding : null })),
  };
}

function applicationLines(generated: GeneratedApplication, random: Random): string[] {
  const { finding, life, pattern } = generated;
  const found = finding
    ? [String(finding.creditWorthy), writtenDay(finding.knownAt), finding.loss > 0 ? String(finding.loss) : '']
    : ['', '', ''];
  const hidden = [pattern ?? '', life.defaulted ? '1' : '0', life.defaulted ? life.owed.toFixed(2) : '0'];
  const line = [...soiledApplication(applicationOf(generated), random), ...found, ...hidden].join(',');
  return chance(0.002, random) ? [line, line] : [line];
}

function monthLine(one: CompanyMonth): string {
  const { month_end: end, ...rest } = monthlyFiguresOf(one);
  const [ruc, ...others] = Object.values(rest);
  return [ruc, writtenDay(Number(end)).slice(0, 10), ...others].join(',');
}

/** An instant in Lima, `2025-11-14T09:30:00-05:00`. */
function writtenDay(time: number): string {
  return `${new Date(time - 5 * 3_600_000).toISOString().slice(0, 19)}-05:00`;
}
