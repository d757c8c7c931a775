import type { RecordValues } from '@rikuy/contracts';
import type { Company } from './company.ts';
import type { CompanyMonth, GeneratedApplication } from './generate-applications.ts';

/** Soles for a dollar at which the made-up companies that count in dollars write their figures. */
export const solesPerDollar = 3.7;

/** An amount in soles as this company writes it. */
export function written({ inDollars }: Company, soles: number): number {
  return Math.round((inDollars ? soles / solesPerDollar : soles) * 100) / 100;
}

/** The application as a validated record of type `application`, free of dirt. */
export function applicationOf({
  id,
  time,
  company,
  amount,
  termMonths,
  purpose,
  declared,
  life,
}: GeneratedApplication): RecordValues {
  const money = (soles: number): number => written(company, soles);
  return {
    application_id: id,
    applicant_ruc: company.ruc,
    applied_at: time,
    sector: company.sector,
    region: company.region,
    loan_amount: money(amount),
    term_months: termMonths,
    loan_purpose: purpose,
    currency: company.inDollars ? 'USD' : 'PEN',
    monthly_income: money(declared.monthlyIncome),
    monthly_expenses: money(declared.monthlyExpenses),
    total_assets: money(declared.totalAssets),
    total_debt: money(declared.totalDebt),
    total_equity: money(declared.totalEquity),
    net_income: money(declared.netIncome),
    gross_profit: money(declared.grossProfit),
    years_trading: company.yearsTrading,
    worst_days_late: life.daysLate,
    lenders: declared.lenders,
  };
}

/** The month as a validated record of type `monthly_figures`. */
export function monthlyFiguresOf({ company, month }: CompanyMonth): RecordValues {
  return {
    applicant_ruc: company.ruc,
    month_end: month.end,
    region: company.region,
    income: written(company, month.income),
    expenses: written(company, month.expenses),
    currency: company.inDollars ? 'USD' : 'PEN',
    debt_balance: written(company, month.debt),
    payments_due: month.due,
    payments_made: month.made,
    payments_on_time: month.onTime,
  };
}
