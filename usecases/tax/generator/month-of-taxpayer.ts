import { between, chance, logNormal, type Random } from '@rikuy/learn';
import { exchangeRateOn, type FilingMonth } from './calendar.ts';
import { honestOddities, patternStrength, type PlantedPattern, unpatterned } from './planted-patterns.ts';
import type { Taxed } from './tax-due.ts';
import type { Taxpayer } from './world.ts';

/** What a taxpayer did in a month, and what it says of it. */
export interface MonthOfTaxpayer {
  readonly truth: Taxed;
  readonly declared: Taxed;
  /** Customs value in dollars of what came in. */
  readonly importsUsd: number;
  readonly invoices: number;
  readonly nearThreshold: number;
  readonly evades: boolean;
  readonly pattern: PlantedPattern | null;
}

/** How far along the span, from 0 to 1, and how much the world changes on the way. */
export interface Circumstances {
  readonly progress: number;
  readonly drift: number;
}

/** Sales by month of the year. */
const seasons = [0.92, 0.9, 0.98, 0.97, 1.02, 0.99, 1.06, 0.98, 0.97, 1, 1.04, 1.22];

export function monthOf(
  taxpayer: Taxpayer,
  month: FilingMonth,
  { circumstances, random }: { readonly circumstances: Circumstances; readonly random: Random },
): MonthOfTaxpayer {
  const honest = honestMonth(taxpayer, month, random);
  const { pattern } = taxpayer;
  if (pattern !== null && carries(taxpayer, month, random)) {
    const fade = 1 - 0.45 * circumstances.drift * circumstances.progress;
    return { ...misreport[pattern](honest, taxpayer, { month, fade, random }), evades: true, pattern };
  }
  return chance(unpatterned.rate, random) ? leftOut(honest, random) : honest;
}

function carries({ pattern, stretch }: Taxpayer, { index }: FilingMonth, random: Random): boolean {
  return index >= stretch[0] && index < stretch[1] && chance(patternStrength[pattern!].monthly, random);
}

function honestMonth(taxpayer: Taxpayer, month: FilingMonth, random: Random): MonthOfTaxpayer {
  const { purchases, deductions, imports, nearThreshold, beginsToImport, stretch } = taxpayer;
  const season = seasons[Number(month.period.slice(5)) - 1];
  const usual = taxpayer.income * season * logNormal(1, 0.14, random);
  const income = imports > 0 && chance(honestOddities.slump, random) ? usual * between(0.55, 0.85, random) : usual;
  const heavy = chance(honestOddities.heavyMonth, random) ? between(1.08, 1.25, random) : 1;
  const many = chance(honestOddities.smallPurchases, random) ? between(1.6, 2.6, random) : 1;
  const begins = beginsToImport && month.index >= stretch[0];
  const taxed = {
    income,
    purchases: usual * purchases * logNormal(1, 0.08, random),
    deductions: Math.min(income * 1.05, usual * deductions * heavy * logNormal(1, 0.05, random)),
  };
  const importedShare = begins ? purchases * 0.5 : imports;
  return {
    truth: taxed,
    declared: taxed,
    importsUsd: (usual * importedShare * logNormal(1, 0.25, random)) / exchangeRateOn(month.periodStart),
    invoices: Math.max(1, Math.round(taxpayer.invoices * logNormal(1, 0.15, random))),
    nearThreshold: Math.min(0.8, nearThreshold * many),
    evades: false,
    pattern: null,
  };
}

interface Occasion {
  readonly month: FilingMonth;
  /** 1, and less as the world drifts: the same trick done more modestly. */
  readonly fade: number;
  readonly random: Random;
}

type Misreport = (honest: MonthOfTaxpayer, taxpayer: Taxpayer, occasion: Occasion) => MonthOfTaxpayer;

const misreport: Readonly<Record<PlantedPattern, Misreport>> = {
  inflated_deductions: (honest, _, { fade, random }) => {
    const { income, deductions, purchases } = honest.truth;
    const inflated = deductions + (income * 0.99 - deductions) * between(0.7, 1, random) * fade + income * 0.02;
    const bought = purchases * (1 + between(0.02, 0.15, random) * fade);
    return { ...honest, declared: { income, deductions: Math.max(deductions, inflated), purchases: bought } };
  },
  underdeclared_income: (honest, _, { fade, random }) => {
    const left = 1 - between(0.5, 0.78, random) * fade;
    const { income, deductions, purchases } = honest.truth;
    const declared = { income: income * left, deductions: deductions * left, purchases: purchases * (left + 0.04) };
    return { ...honest, declared };
  },
  invoice_carousel: (honest, _, { fade, random }) => {
    const { income, deductions, purchases } = honest.truth;
    const circular = income * between(0.4, 1.6, random);
    const lost = (income - purchases) * between(0.45, 0.95, random) * fade;
    return {
      ...honest,
      invoices: honest.invoices + 2 + random.below(4),
      declared: {
        income: income + circular,
        purchases: purchases + circular + lost,
        deductions: Math.min(deductions + circular + lost, (income + circular) * 1.01),
      },
    };
  },
  dormant_importer: (honest, _, { month, fade, random }) => {
    const importsUsd = logNormal(14_000, 0.6, random) * fade;
    const landed = importsUsd * exchangeRateOn(month.periodStart);
    const truth = { income: landed * 1.3, purchases: landed, deductions: landed * 1.1 };
    const declared = between(1, 4, random);
    const { income, purchases, deductions } = honest.truth;
    return {
      ...honest,
      importsUsd,
      truth,
      declared: { income: income * declared, purchases: purchases * declared, deductions: deductions * declared },
    };
  },
  invoices_under_threshold: (honest, _, { fade, random }) => {
    const { income, deductions, purchases } = honest.truth;
    const bought = (income - purchases) * between(0.3, 0.85, random);
    return {
      ...honest,
      invoices: Math.round(honest.invoices * between(1.2, 1.7, random)),
      nearThreshold: Math.min(0.9, honest.nearThreshold + between(0.12, 0.36, random) * fade),
      declared: {
        income,
        purchases: purchases + bought,
        deductions: Math.min(deductions + bought, income * 0.99),
      },
    };
  },
};

function leftOut(honest: MonthOfTaxpayer, random: Random): MonthOfTaxpayer {
  const { truth } = honest;
  return {
    ...honest,
    declared: { ...truth, income: truth.income * between(...unpatterned.remaining, random) },
    evades: true,
  };
}
