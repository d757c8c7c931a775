import type { Bilingual, RecordValues } from '@rikuy/contracts';

const shop: RecordValues = {
  application_id: 'A-90000001',
  applicant_ruc: '20131312955',
  applied_at: Date.parse('2026-01-15T10:20:00-05:00'),
  sector: 'commerce',
  region: 'PE-LIM',
  loan_amount: 18_000,
  term_months: 18,
  loan_purpose: 'working_capital',
  currency: 'PEN',
  monthly_income: 24_000,
  monthly_expenses: 19_200,
  total_assets: 160_000,
  total_debt: 28_000,
  total_equity: 132_000,
  net_income: 46_000,
  gross_profit: 108_000,
  years_trading: 7,
  worst_days_late: 0,
  lenders: 2,
};

/** Complete records to try in the form, each with one thing to see. */
export const applicationExamples: readonly { readonly title: Bilingual; readonly record: RecordValues }[] = [
  { title: { es: 'Tienda ordenada', en: 'A tidy shop' }, record: shop },
  {
    title: { es: 'Pide demasiado para lo que vende', en: 'Asks too much for what it sells' },
    record: {
      ...shop,
      application_id: 'A-90000002',
      loan_amount: 140_000,
      term_months: 12,
      total_debt: 90_000,
      total_equity: 70_000,
      lenders: 5,
      worst_days_late: 12,
    },
  },
  {
    title: { es: 'Hospedaje en temporada baja', en: 'A guest house in the low season' },
    record: {
      ...shop,
      application_id: 'A-90000003',
      sector: 'tourism',
      region: 'PE-CUS',
      monthly_income: 9000,
      monthly_expenses: 11_500,
      net_income: 62_000,
    },
  },
  {
    title: { es: 'Balance que no cuadra, en dólares', en: 'A balance sheet that does not add up, in dollars' },
    record: {
      ...shop,
      application_id: 'A-90000004',
      currency: 'USD',
      loan_amount: 12_000,
      monthly_income: 9000,
      monthly_expenses: 7000,
      total_assets: 90_000,
      total_debt: 12_000,
      total_equity: 110_000,
      net_income: 60_000,
      gross_profit: 75_000,
    },
  },
  {
    title: { es: 'Clasificada Dudoso', en: 'Classed Dudoso' },
    record: { ...shop, application_id: 'A-90000005', worst_days_late: 75, lenders: 4 },
  },
];
