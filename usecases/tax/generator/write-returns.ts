import { writeFile } from 'node:fs/promises';
import type { RecordValues } from '@rikuy/contracts';
import type { GeneratedFile, GeneratedFiles, GeneratedPart, GenerateOptions } from '@rikuy/engine';
import { chance, type Random, seeded } from '@rikuy/learn';
import { limaDay } from './calendar.ts';
import { dirtRates, soil, writeDay } from './dirt.ts';
import { type EnforcementRecord, type GeneratedReturn, generateReturns } from './generate-returns.ts';

/** The columns of an export in its order, and the field behind each. */
const columns: readonly (readonly [header: string, field: string])[] = [
  ['numero_orden', 'declaration_number'],
  ['ruc', 'taxpayer_ruc'],
  ['periodo', 'period'],
  ['fecha_presentacion', 'filing_date'],
  ['regimen', 'tax_category'],
  ['nivel_ingresos', 'income_level'],
  ['sector', 'sector'],
  ['dependencia', 'tax_office'],
  ['ingresos_declarados', 'declared_income'],
  ['deducciones', 'deduction_amount'],
  ['tributo_declarado', 'declared_tax'],
  ['compras_declaradas', 'declared_purchases'],
  ['credito_fiscal', 'tax_credit'],
  ['comprobantes', 'invoice_count'],
  ['comprobantes_bajo_umbral', 'near_threshold_invoices'],
  ['proveedor_principal', 'main_supplier_ruc'],
  ['representante', 'representative_id'],
];
const foundColumns = ['evasion', 'fecha_cierre', 'tributo_adicional'];
const hiddenColumns = ['_planted_pattern', '_true_label', '_true_amount'];

/**
 * Writes the returns of a synthetic country as CSV like an export, dirt included, and beside them what the other
 * sources know: `….customs_record.csv`, `….enforcement_action.csv`, `….economic_indicator.csv`. Columns that begin with
 * `_` hold the truth, for measuring detection: nothing may learn from them. The same options give the same bytes.
 */
export async function writeReturns(path: string, options: GenerateOptions): Promise<GeneratedFiles> {
  const country = generateReturns(options);
  const { part } = options;
  const random = seeded(options.seed).fork('dirt');
  const lines = partOf(country.returns, part).flatMap(one => returnLines(one, random));
  await writeLines(path, [[...columns.map(([name]) => name), ...foundColumns, ...hiddenColumns].join(','), ...lines]);
  const others = [
    await writeOther(path, 'customs_record', ofPart(country.customsRecords, 'record_date', part)),
    await writeOther(path, 'enforcement_action', actionsOf(country.enforcementActions, part)),
    await writeOther(path, 'economic_indicator', ofPart(country.economicIndicators, 'indicator_date', part)),
  ];
  return { lines: lines.length, others };
}

/** History with the findings known before the cut, or what arrives after it, of which nothing is known. */
function partOf(returns: readonly GeneratedReturn[], part: GeneratedPart | undefined): readonly GeneratedReturn[] {
  if (!part) return returns;
  const cut = limaDay(part.cut);
  const isHistory = part.kind === 'history';
  return returns
    .filter(({ record }) => record.filing_date < cut === isHistory)
    .map(one => ({ ...one, finding: isHistory && one.finding && one.finding.closedAt < cut ? one.finding : null }));
}

function ofPart(records: readonly RecordValues[], timeField: string, part: GeneratedPart | undefined) {
  if (!part) return records;
  const cut = limaDay(part.cut);
  return records.filter(record => Number(record[timeField]) < cut === (part.kind === 'history'));
}

/** Of what arrives, consequences of its own cases are left out: nothing is found there yet. */
function actionsOf(actions: readonly EnforcementRecord[], part: GeneratedPart | undefined): readonly RecordValues[] {
  const known = part ? actions.filter(({ of }) => of === null || of < limaDay(part.cut)) : actions;
  return ofPart(
    known.map(({ record }) => record),
    'action_date',
    part,
  );
}

/** One line, or the same line twice. */
function returnLines(generated: GeneratedReturn, random: Random): string[] {
  const { record, finding, truth } = generated;
  const soiled = soil(record, random);
  const found = finding
    ? [String(finding.evasion), writeDay(finding.closedAt), finding.additionalTax.toFixed(2)]
    : ['', '', ''];
  const hidden = [truth.pattern ?? '', truth.evades ? '1' : '0', truth.taxDue.toFixed(2)];
  const line = joined([...columns.map(([, field]) => soiled[field]), ...found, ...hidden]);
  return chance(dirtRates.duplicate, random) ? [line, line] : [line];
}

async function writeOther(
  besides: string,
  recordType: string,
  records: readonly RecordValues[],
): Promise<GeneratedFile> {
  const path = besides.endsWith('.csv') ? `${besides.slice(0, -4)}.${recordType}.csv` : `${besides}.${recordType}`;
  const fields = fieldsOf[recordType];
  const lines = records.map(record => joined(fields.map(field => written(record, field))));
  await writeLines(path, [fields.join(','), ...lines]);
  return { recordType, path, lines: lines.length };
}

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  customs_record: [
    'customs_record_number',
    'taxpayer_ruc',
    'import_country',
    'declaration_value',
    'tariff_code',
    'record_date',
    'compliance_status',
  ],
  enforcement_action: [
    'action_number',
    'taxpayer_ruc',
    'enforcement_type',
    'penalty_amount',
    'action_date',
    'declaration_number',
  ],
  economic_indicator: ['indicator_date', 'exchange_rate', 'gdp_growth_rate'],
};

function written(record: RecordValues, field: string): string {
  const value = record[field];
  if (value === null) return '';
  return field.endsWith('_date') ? writeDay(Number(value)) : String(value);
}

function joined(cells: readonly string[]): string {
  return cells.map(cell => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

async function writeLines(path: string, lines: readonly string[]): Promise<void> {
  await writeFile(path, `${lines.join('\n')}\n`);
}
