import type { Bilingual, RecordValues } from '@rikuy/contracts';
import { limaDay } from './generator/calendar.ts';
import { completeRuc } from './records/ruc.ts';

const usual: RecordValues = {
  declaration_number: '0621-90000001',
  taxpayer_ruc: completeRuc('2096800001'),
  period: '2026-01',
  filing_date: limaDay('2026-02-14'),
  tax_category: 'mype',
  income_level: 'small',
  sector: 'wholesale',
  tax_office: 'lima',
  declared_income: 92_000,
  deduction_amount: 76_000,
  declared_tax: 5_260,
  declared_purchases: 71_000,
  tax_credit: 12_780,
  invoice_count: 38,
  near_threshold_invoices: 3,
  main_supplier_ruc: completeRuc('2096000001'),
  representative_id: 'R-1003',
};

/** Complete records to try in the form, each with one thing to see. */
export const declarationExamples: readonly { readonly title: Bilingual; readonly record: RecordValues }[] = [
  { title: { es: 'Un mes como cualquiera', en: 'A month like any other' }, record: usual },
  {
    title: { es: 'Deduce casi todo lo que vende', en: 'Deducts nearly all that it sells' },
    record: {
      ...usual,
      declaration_number: '0621-90000002',
      deduction_amount: 91_700,
      declared_purchases: 79_000,
      tax_credit: 14_220,
      declared_tax: 2_370,
    },
  },
  {
    title: { es: 'Casi todas las compras, justo bajo el umbral', en: 'Nearly all purchases just under the threshold' },
    record: {
      ...usual,
      declaration_number: '0621-90000003',
      invoice_count: 61,
      near_threshold_invoices: 42,
      declared_purchases: 88_000,
      tax_credit: 15_840,
      deduction_amount: 90_500,
      declared_tax: 870,
    },
  },
  {
    title: { es: 'Compra tanto como vende', en: 'Buys as much as it sells' },
    record: {
      ...usual,
      declaration_number: '0621-90000004',
      declared_income: 240_000,
      declared_purchases: 239_000,
      tax_credit: 43_020,
      deduction_amount: 239_500,
      declared_tax: 230,
    },
  },
];
