import { chance, logNormal, oneOf, picker, type Random, seeded } from '@rikuy/learn';
import type { RecordValues } from '@rikuy/contracts';
import type { EnforcementType, ComplianceStatus, TaxCategory } from '../records/code-lists.ts';
import { completeRuc } from '../records/ruc.ts';
import { audit, type Finding, wasSelected } from './audits.ts';
import { daysAfter, exchangeRateOn, type FilingMonth, filingMonths, type Span, spanOf } from './calendar.ts';
import { monthOf, type MonthOfTaxpayer } from './month-of-taxpayer.ts';
import type { PlantedPattern } from './planted-patterns.ts';
import { creditOf, taxOf } from './tax-due.ts';
import { makeWorld, type Taxpayer } from './world.ts';

export interface ReturnOptions {
  readonly seed: number;
  /** Returns to make, near enough: as many taxpayers as give so many. */
  readonly rows: number;
  /** First day of filing, and the day after the last, `2026-12-31`. */
  readonly from: string;
  readonly until: string;
  /** How much the world changes on the way, from 0 to 1. */
  readonly drift?: number;
}

export const defaultReturnOptions: ReturnOptions = { seed: 1, rows: 24_000, from: '2024-02-01', until: '2026-02-01' };

export interface GeneratedReturn {
  /** The validated record of type `tax_declaration`. */
  readonly record: RecordValues & { readonly filing_date: number; readonly declaration_number: string };
  readonly finding: Finding | null;
  readonly truth: { readonly evades: boolean; readonly pattern: PlantedPattern | null; readonly taxDue: number };
}

/** Everything of a synthetic country: returns in the order of filing, and what the other sources know. */
export interface GeneratedCountry {
  readonly returns: readonly GeneratedReturn[];
  /** Validated records of the other types, each in the order of time. */
  readonly customsRecords: readonly RecordValues[];
  readonly enforcementActions: readonly EnforcementRecord[];
  readonly economicIndicators: readonly RecordValues[];
}

/** An action; `of` is the filing date of the declaration that led to it, null where none did. */
export interface EnforcementRecord {
  readonly record: RecordValues;
  readonly of: number | null;
}

/**
 * A synthetic country of taxpayers. The same options give the same country.
 * @throws RangeError for an empty span, no rows, or a drift outside [0, 1]
 */
export function generateReturns(options: ReturnOptions): GeneratedCountry {
  checkOptions(options);
  const { seed, rows, from, until, drift = 0 } = options;
  const random = seeded(seed);
  const span = spanOf(from, until);
  const months = filingMonths(span);
  const taxpayers = makeWorld(taxpayersFor(rows, months.length - 1), months.length - 1, random.fork('world'));
  const lives = taxpayers.flatMap(taxpayer => {
    const own = random.fork(`taxpayer ${taxpayer.ruc}`);
    return months
      .filter(({ index }) => index >= taxpayer.since)
      .map(month => filed(taxpayer, month, { span, months, drift, random: own }));
  });
  const inSpan = lives.filter(({ filedAt }) => filedAt >= span.start && filedAt < span.end);
  const returns = numbered(inSpan);
  return {
    returns,
    customsRecords: customsRecords(lives, span, random.fork('customs')),
    enforcementActions: enforcementActions(returns, span, random.fork('enforcement')),
    economicIndicators: economicIndicators(span, random.fork('economy')),
  };
}

/** How many file so many returns in so many months: some begin later. */
function taxpayersFor(rows: number, months: number): number {
  return Math.max(20, Math.round(rows / (months * 0.93)));
}

function checkOptions({ rows, drift = 0 }: ReturnOptions): void {
  if (!Number.isInteger(rows) || rows < 1) throw new RangeError(`\`rows\` must be an integer ≥ 1; got ${rows}.`);
  if (!(drift >= 0 && drift <= 1)) throw new RangeError(`\`drift\` must lie in [0, 1]; got ${drift}.`);
}

/** A month of a taxpayer with its return. */
interface Filed {
  readonly taxpayer: Taxpayer;
  readonly month: FilingMonth;
  readonly lived: MonthOfTaxpayer;
  readonly filedAt: number;
  readonly declaredTax: number;
  readonly taxDue: number;
  readonly supplier: string;
  readonly finding: Finding | null;
}

interface Filing {
  readonly span: Span;
  readonly months: readonly FilingMonth[];
  readonly drift: number;
  readonly random: Random;
}

function filed(taxpayer: Taxpayer, month: FilingMonth, { span, months, drift, random }: Filing): Filed {
  const circumstances = { progress: month.index / months.length, drift };
  const lived = monthOf(taxpayer, month, { circumstances, random });
  const day = `${month.period}-01`;
  const declaredTax = taxOf(lived.declared, taxpayer.category, day);
  const owed = taxOf(lived.truth, taxpayer.category, day) - declaredTax;
  const taxDue = lived.evades ? Math.max(40, owed) : 0;
  const filedAt = filingDay(taxpayer, month, random);
  const isLinked = lived.pattern === 'invoice_carousel' || chance(0.8, random);
  const supplier = isLinked ? taxpayer.supplier : oneOf(otherSuppliers, random);
  const finding = wasSelected(signsOf(taxpayer, lived, month), random)
    ? audit({ filedAt, evades: lived.evades, taxDue, declaredTax }, random)
    : null;
  const known = finding && finding.closedAt < span.end ? finding : null;
  return { taxpayer, month, lived, filedAt, declaredTax, taxDue, supplier, finding: known };
}

/** From whom anybody may buy; they file nothing here. Their RUC are of a range that has not been given out. */
const otherSuppliers = ['2096000001', '2096000002', '2096000003', '2096000004'].map(completeRuc);

/** The tenth to the twentieth, by the last digit of the RUC, give or take. */
function filingDay({ ruc }: Taxpayer, { filingStart }: FilingMonth, random: Random): number {
  return daysAfter(filingStart, 9 + Number(ruc[10]) + random.below(4));
}

function signsOf({ sector }: Taxpayer, { declared, importsUsd, nearThreshold }: MonthOfTaxpayer, month: FilingMonth) {
  return {
    deductionRatio: declared.deductions / declared.income,
    importRatio: (importsUsd * exchangeRateOn(month.periodStart)) / declared.income,
    nearThreshold,
    income: declared.income,
    isMarkedSector: sector === 'restaurants' || sector === 'construction',
  };
}

/** Numbers follow the day of filing, so that they tell nothing else. */
function numbered(filings: readonly Filed[]): GeneratedReturn[] {
  const inOrder = filings.toSorted((a, b) => a.filedAt - b.filedAt || (a.taxpayer.ruc < b.taxpayer.ruc ? -1 : 1));
  return inOrder.map((filing, i) => {
    const { lived, taxDue, finding } = filing;
    const truth = { evades: lived.evades, pattern: lived.pattern, taxDue: cents(taxDue) };
    return { record: recordOf(filing, `0621-${String(i + 1).padStart(8, '0')}`), finding, truth };
  });
}

function recordOf(filing: Filed, declaration_number: string): GeneratedReturn['record'] {
  const { taxpayer, month, lived, filedAt, declaredTax, supplier } = filing;
  const { income, deductions, purchases } = lived.declared;
  return {
    declaration_number,
    taxpayer_ruc: taxpayer.ruc,
    period: month.period,
    filing_date: filedAt,
    tax_category: taxpayer.category satisfies TaxCategory,
    income_level: taxpayer.level,
    sector: taxpayer.sector,
    tax_office: taxpayer.office,
    declared_income: cents(income),
    deduction_amount: cents(deductions),
    declared_tax: cents(declaredTax),
    declared_purchases: cents(purchases),
    tax_credit: cents(creditOf(purchases, `${month.period}-01`)),
    invoice_count: lived.invoices,
    near_threshold_invoices: Math.min(lived.invoices, Math.round(lived.invoices * lived.nearThreshold)),
    main_supplier_ruc: supplier,
    representative_id: taxpayer.representative,
  };
}

function customsRecords(lives: readonly Filed[], span: Span, random: Random): RecordValues[] {
  const shipments = lives.flatMap(({ taxpayer, month, lived }) => {
    if (lived.importsUsd < 200) return [];
    const count = 1 + random.below(3);
    return Array.from({ length: count }, () => ({
      taxpayer,
      time: daysAfter(month.periodStart, random.below(28)),
      value: (lived.importsUsd / count) * logNormal(1, 0.2, random),
      isOdd: lived.pattern === 'dormant_importer',
    }));
  });
  return shipments
    .filter(({ time }) => time >= span.start && time < span.end)
    .toSorted((a, b) => a.time - b.time)
    .map(({ taxpayer, time, value, isOdd }, i) => ({
      customs_record_number: `118-${new Date(time).getUTCFullYear()}-10-${String(i + 1).padStart(6, '0')}`,
      taxpayer_ruc: taxpayer.ruc,
      import_country: isOdd ? oneOf(['CN', 'CN', 'PA', 'HK', 'US'], random) : drawCountry(random),
      declaration_value: cents(value),
      tariff_code: oneOf(tariffCodes, random),
      record_date: time,
      compliance_status: (chance(isOdd ? 0.12 : 0.05, random)
        ? oneOf(['observed', 'observed', 'penalised'] as const, random)
        : 'compliant') satisfies ComplianceStatus,
    }));
}

const drawCountry = picker([
  ['CN', 45],
  ['US', 18],
  ['BR', 9],
  ['MX', 7],
  ['CO', 6],
  ['DE', 5],
  ['CL', 5],
  ['ES', 5],
] as const);

const tariffCodes = ['6403999000', '8517130000', '8471300000', '3926909090', '8708999900', '6109100031', '9503009900'];

/**
 * Two kinds: consequences of a finding, some days after the audit closed; and fines that have nothing to do with it
 * (late filing, no receipt), which anybody may have.
 */
function enforcementActions(returns: readonly GeneratedReturn[], span: Span, random: Random): EnforcementRecord[] {
  const actions = returns.flatMap(({ record, finding }) => [
    ...(finding?.evasion === 1 ? [consequence(record, finding, random)] : []),
    ...(chance(0.012, random) ? [formalFine(record, random)] : []),
  ]);
  return actions
    .filter(({ action_date }) => action_date < span.end)
    .toSorted((a, b) => a.action_date - b.action_date)
    .map(({ of, ...record }, i) => ({
      of,
      record: { action_number: `RD-${String(i + 1).padStart(7, '0')}`, ...record },
    }));
}

type Declared = GeneratedReturn['record'];

function consequence(record: Declared, { closedAt, additionalTax }: Finding, random: Random) {
  return {
    taxpayer_ruc: record.taxpayer_ruc,
    enforcement_type: (chance(0.85, random) ? 'assessment' : 'closure') satisfies EnforcementType,
    penalty_amount: cents(additionalTax * 0.5),
    action_date: daysAfter(closedAt, 1 + random.below(12)),
    declaration_number: record.declaration_number,
    of: record.filing_date,
  };
}

function formalFine(record: Declared, random: Random) {
  return {
    taxpayer_ruc: record.taxpayer_ruc,
    enforcement_type: oneOf(['notice', 'fine', 'fine', 'seizure'] as const, random) satisfies EnforcementType,
    penalty_amount: cents(logNormal(1400, 0.6, random)),
    action_date: daysAfter(record.filing_date, 1 + random.below(60)),
    declaration_number: null,
    of: null,
  };
}

/** Once a month from two months before the span, so that the first return finds one. */
function economicIndicators({ start, end }: Span, random: Random): RecordValues[] {
  const published: RecordValues[] = [];
  let growth = 2.6;
  for (let time = daysAfter(start, -60); time < end; time = daysAfter(time, 30)) {
    growth = Number((0.85 * growth + 0.15 * 2.8 + 0.5 * random.normal()).toFixed(2));
    published.push({ indicator_date: time, exchange_rate: exchangeRateOn(time), gdp_growth_rate: growth });
  }
  return published;
}

function cents(value: number): number {
  return Math.round(Math.max(0, value) * 100) / 100;
}
