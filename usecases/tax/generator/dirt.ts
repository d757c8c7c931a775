import type { RecordValues } from '@rikuy/contracts';
import { chance, oneOf, type Random } from '@rikuy/learn';
import { type Sector, sectors } from '../records/code-lists.ts';
import { dayText } from './calendar.ts';

/** How often an export spoils a value. Every kind but the last two can be repaired. */
export const dirtRates = {
  /** A sector by its title, in any case. */
  spelling: 0.08,
  /** A day as 14/11/2025; only days that cannot be read as months. */
  date: 0.04,
  /** An amount as `S/ 84,500.00`. */
  written: 0.03,
  missingDeduction: 0.008,
  missingPurchases: 0.012,
  missingSupplier: 0.04,
  missingRepresentative: 0.03,
  /** Cents written as soles. */
  outlier: 0.0006,
  /** A line that is written twice. */
  duplicate: 0.003,
  /** A RUC with a wrong last digit: rejected. */
  wrongRuc: 0.0005,
  /** An income below zero: rejected. */
  negativeIncome: 0.0004,
} as const;

/** A return as text by field, with the dirt of real exports. */
export function soil(record: RecordValues, random: Random): Record<string, string> {
  const hits = (kind: keyof typeof dirtRates): boolean => chance(dirtRates[kind], random);
  const text = Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, value === null ? '' : String(value)]),
  );
  return {
    ...text,
    taxpayer_ruc: hits('wrongRuc') ? wrongDigit(text.taxpayer_ruc) : text.taxpayer_ruc,
    filing_date: writeDay(Number(record.filing_date), hits('date')),
    sector: hits('spelling') ? spellSector(record.sector as Sector, random) : text.sector,
    declared_income: writeIncome(Number(record.declared_income), random),
    deduction_amount: hits('missingDeduction') ? '' : text.deduction_amount,
    declared_purchases: hits('missingPurchases') ? '' : text.declared_purchases,
    main_supplier_ruc: hits('missingSupplier') ? '' : text.main_supplier_ruc,
    representative_id: hits('missingRepresentative') ? '' : text.representative_id,
  };
}

/** A day in Lima as 2025-11-14 or, where no reader can mistake it, as 14/11/2025. */
export function writeDay(time: number, slashed = false): string {
  const day = dayText(time);
  return slashed && Number(day.slice(8)) > 12 ? day.split('-').toReversed().join('/') : day;
}

function writeIncome(income: number, random: Random): string {
  if (chance(dirtRates.negativeIncome, random)) return (-income - 1).toFixed(2);
  if (chance(dirtRates.outlier, random)) return String(Math.round(income * 100));
  if (!chance(dirtRates.written, random)) return income.toFixed(2);
  return `S/ ${income.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

function spellSector(sector: Sector, random: Random): string {
  const { es, en } = sectors[sector];
  return oneOf([es, es.toUpperCase(), en], random);
}

function wrongDigit(ruc: string): string {
  return `${ruc.slice(0, 10)}${(Number(ruc[10]) + 1) % 10}`;
}
