import { writeFile } from 'node:fs/promises';
import { chance, type Random, seeded } from '@rikuy/learn';
import type { DeclarationItem, GeneratedDeclaration } from './declared-item.ts';
import { dirtRates, soil, writeDay } from './dirt.ts';
import { generateDeclarations, type GeneratorOptions } from './generate-declarations.ts';
import type { GeneratedPart } from '@rikuy/engine';
import { limaDay } from '../taxes/dated-rows.ts';

export interface WriteOptions extends GeneratorOptions {
  /** The part of it to write; absent means all. */
  readonly part?: GeneratedPart;
}

/** What was written: lines but for the header, and what a reader should count. */
export interface WrittenDeclarations {
  readonly lines: number;
  readonly duplicates: number;
  /** Items with a finding known before the end of the span. */
  readonly verified: number;
  /** Items truly under-reported, verified or not. */
  readonly underreported: number;
}

/** The columns of a Peruvian export in its order, and the field behind each. */
const columns: readonly (readonly [header: string, field: keyof DeclarationItem])[] = [
  ['numero_dam', 'customs_declaration_number'],
  ['numero_serie', 'item_number'],
  ['aduana', 'customs_office'],
  ['fecha_numeracion', 'import_date'],
  ['ruc_importador', 'importer_ruc'],
  ['codigo_agente', 'broker_code'],
  ['documento_transporte', 'shipment_id'],
  ['via_transporte', 'shipping_method'],
  ['pais_origen', 'country_origin'],
  ['subpartida_nacional', 'tariff_code'],
  ['categoria_producto', 'product_category'],
  ['cantidad', 'quantity_items'],
  ['peso_kg', 'shipment_weight'],
  ['valor_declarado', 'declaration_value'],
  ['moneda', 'declared_currency'],
  ['precio_mercado_estimado', 'estimated_market_price'],
  ['tasa_ad_valorem', 'ad_valorem_rate'],
];

const findingColumns = ['underreported', 'verification_date', 'additional_duty', 'validated_by_officer'];
const hiddenColumns = ['_planted_pattern', '_true_label', '_true_amount'];

/**
 * Writes generated declarations as CSV (UTF-8, commas, a header) like the export of a customs system, dirt included.
 * Columns that begin with `_` hold the truth, for measuring detection: nothing may learn from them. The same options
 * give the same bytes.
 */
export async function writeDeclarations(path: string, options: WriteOptions): Promise<WrittenDeclarations> {
  const declarations = partOf(generateDeclarations(options), options.part);
  const random = seeded(options.seed).fork('dirt');
  const lines = declarations.flatMap(declaration => writeLines(declaration, random));
  await writeFile(path, chunks([header(), ...lines]));
  return {
    lines: lines.length,
    duplicates: lines.length - declarations.length,
    verified: declarations.filter(({ finding }) => finding !== null).length,
    underreported: declarations.filter(({ truth }) => truth.underreported).length,
  };
}

/** History with the findings known before the cut, or what arrives after it, of which nothing is known. */
function partOf(
  declarations: readonly GeneratedDeclaration[],
  part: GeneratedPart | undefined,
): readonly GeneratedDeclaration[] {
  if (!part) return declarations;
  const cut = limaDay(part.cut);
  const isHistory = part.kind === 'history';
  return declarations
    .filter(({ record }) => record.import_date < cut === isHistory)
    .map(declaration => {
      const { finding } = declaration;
      const isKnown = isHistory && finding !== null && finding.verificationDate < cut;
      return { ...declaration, finding: isKnown ? finding : null };
    });
}

function header(): string {
  return [...columns.map(([name]) => name), ...findingColumns, ...hiddenColumns].join(',');
}

/** One line, or the same line twice. */
function writeLines(declaration: GeneratedDeclaration, random: Random): string[] {
  const line = writeLine(declaration, random);
  return chance(dirtRates.duplicate, random) ? [line, line] : [line];
}

function writeLine({ record, finding, truth }: GeneratedDeclaration, random: Random): string {
  const soiled = soil(record, random);
  const found = finding
    ? [String(finding.underreported), writeDay(finding.verificationDate), finding.additionalDuty.toFixed(2), 'true']
    : ['', '', '', 'false'];
  const hidden = [truth.pattern ?? '', truth.underreported ? '1' : '0', truth.dutyAtStake.toFixed(2)];
  return [...columns.map(([, field]) => soiled[field]), ...found, ...hidden].map(quoted).join(',');
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Joins lines into pieces that are worth a write each. */
function* chunks(lines: readonly string[]): Generator<string> {
  for (let start = 0; start < lines.length; start += 2000) {
    yield `${lines.slice(start, start + 2000).join('\n')}\n`;
  }
}
