import { between, logNormal, type Random } from '@rikuy/learn';
import type { Company } from './company.ts';
import type { Life, Month } from './live-months.ts';

/** What the company writes on the form, in soles. */
export interface DeclaredFigures {
  readonly monthlyIncome: number;
  readonly monthlyExpenses: number;
  readonly totalAssets: number;
  readonly totalDebt: number;
  readonly totalEquity: number;
  readonly netIncome: number;
  readonly grossProfit: number;
  readonly lenders: number;
}

/** Honest figures with the usual slips, or embellished ones. */
export function declare(company: Company, life: Life, random: Random): DeclaredFigures {
  const honest = honestly(company, life, random);
  if (company.pattern === 'cosmetic_balance') return embellished(honest, life, random);
  if (company.pattern === 'debt_stacking')
    return { ...honest, totalDebt: between(0.9, 1.1, random) * life.before[6].debt };
  return honest;
}

function honestly({ income, lenders }: Company, { before, cash }: Life, random: Random): DeclaredFigures {
  const slip = (): number => logNormal(1, 0.05, random);
  const lastThree = before.slice(-3);
  const debt = before[11].debt;
  const net = sum(before, month => month.income - month.expenses) - 0.18 * debt;
  const totalAssets = (income * logNormal(5, 0.5, random) + cash + debt * 0.8) * slip();
  const totalDebt = debt * slip();
  return {
    monthlyIncome: (sum(lastThree, ({ income: one }) => one) / 3) * slip(),
    monthlyExpenses: (sum(lastThree, ({ expenses }) => expenses) / 3) * slip(),
    totalAssets,
    totalDebt,
    totalEquity: (totalAssets - totalDebt) * logNormal(1, 0.02, random),
    netIncome: net * slip(),
    grossProfit: (net + 0.22 * sum(before, ({ income: one }) => one)) * slip(),
    lenders: Math.max(0, lenders),
  };
}

/** More sales, more profit, more assets and less debt than there are; the sheet no longer adds up. */
function embellished(honest: DeclaredFigures, { before }: Life, random: Random): DeclaredFigures {
  const sales = sum(before, ({ income }) => income);
  const more = between(0.06, 0.2, random);
  return {
    ...honest,
    monthlyIncome: honest.monthlyIncome * between(1.05, 1.4, random),
    totalAssets: honest.totalAssets * between(1.1, 1.5, random),
    totalDebt: honest.totalDebt * between(0.6, 0.95, random),
    totalEquity: honest.totalEquity * between(1.1, 1.9, random),
    netIncome: honest.netIncome + more * sales,
    grossProfit: honest.grossProfit + more * 1.4 * sales,
  };
}

function sum(months: readonly Month[], figure: (month: Month) => number): number {
  return months.reduce((total, month) => total + figure(month), 0);
}
