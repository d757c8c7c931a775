import { chance, type Random } from '@rikuy/learn';
import type { Company } from './company.ts';
import { incomeLeft, type Shock } from './shocks.ts';

/** A month as it was; amounts in soles. */
export interface Month {
  /** Midnight in Lima of its last day, epoch ms. */
  readonly end: number;
  readonly income: number;
  readonly expenses: number;
  readonly debt: number;
  readonly due: number;
  readonly made: number;
  readonly onTime: number;
}

/** What a company goes through: twelve months before it applies and, if it gets the money, twelve after. */
export interface Life {
  /** The twelve months that had ended when it applied, the oldest first. */
  readonly before: readonly Month[];
  /** Days late and money in hand when it applied. */
  readonly daysLate: number;
  readonly cash: number;
  /** Whether it fell three instalments behind within the year after; and what it then still owed of this credit. */
  readonly defaulted: boolean;
  readonly owed: number;
}

export interface Asked {
  readonly time: number;
  readonly amount: number;
  readonly termMonths: number;
}

interface Till {
  cash: number;
  debt: number;
  lenders: number;
  /** Instalments due and unpaid. */
  unpaid: number;
  /** How the margin has changed by now. */
  marginChange: number;
  /** Months that a slump of its own still lasts. */
  slump: number;
}

/** Part of the costs that stands whatever is sold. */
const fixedCosts = 0.45;
/** What the owners live on, as a share of a usual month's margin. */
const living = 0.3;
/** Standard deviation of how margins change from month to month; chance of a slump, its months, and what it leaves. */
const wear = { margin: 0.008, slumpChance: 0.014, slumpMonths: 5, left: 0.62 };
/** Debt is paid back over about so many months, with interest. */
const debtMonths = 26;
const interest = 0.012;

/** Lives through 24 months; the second twelve with the credit asked for. What happens decides, never a coin. */
export function live(
  company: Company,
  asked: Asked,
  { shocks, random }: { readonly shocks: readonly Shock[]; readonly random: Random },
): Life {
  const till: Till = {
    cash: company.cushion * company.income * (1 - company.margin),
    debt: company.debt * company.income,
    lenders: company.lenders,
    unpaid: 0,
    marginChange: 0,
    slump: 0,
  };
  const pass = (index: number): Month => {
    if (company.pattern === 'debt_stacking' && index >= 8 && index < 14) stack(till, company);
    return liveMonth(company, till, { index, end: monthEnd(asked.time, index - 12), shocks, random });
  };
  const before = Array.from({ length: 12 }, (_, index) => pass(index));
  const [daysLate, cash] = [lateDays(till, company, random), till.cash];
  takeUp(till, asked);
  const isBehind = Array.from({ length: 12 }, (_, k) => {
    pass(12 + k);
    return monthsBehind(till) >= 2.5;
  });
  const first = isBehind.indexOf(true);
  const owed = first < 0 ? 0 : asked.amount * Math.max(0.1, 1 - first / asked.termMonths);
  return { before, daysLate, cash, defaulted: first >= 0, owed };
}

interface Passing {
  /** 0 is the oldest of the 24 months. */
  readonly index: number;
  readonly end: number;
  readonly shocks: readonly Shock[];
  readonly random: Random;
}

function liveMonth(company: Company, till: Till, { index, end, shocks, random }: Passing): Month {
  const { income: usual, margin, growth, volatility, season, region } = company;
  const swing = 1 + season.swing * Math.cos((2 * Math.PI * (new Date(end).getUTCMonth() - season.peak)) / 12);
  const expected = usual * (1 + growth) ** index * incomeLeft(shocks, region, end);
  const income = expected * swing * slumpLeft(till, random) * Math.exp(volatility * random.normal());
  till.marginChange += wear.margin * random.normal();
  const expenses = (1 - margin - till.marginChange) * (fixedCosts * usual + (1 - fixedCosts) * income);
  till.cash += income - expenses - living * margin * usual;
  return { end, income, expenses, debt: till.debt, ...pay(till, company, random) };
}

/** Pays what the till allows; what is left unpaid falls behind and is caught up when money comes. */
function pay(till: Till, { discipline }: Company, random: Random): Pick<Month, 'due' | 'made' | 'onTime'> {
  const instalment = till.debt * (1 / debtMonths + interest);
  const due = till.lenders + till.unpaid;
  const each = instalment / till.lenders;
  const made = Math.max(0, Math.min(due, Math.floor(till.cash / Math.max(each, 1))));
  till.cash = Math.max(0, till.cash - made * each);
  till.unpaid = due - made;
  const ready = Math.max(0, made - Math.max(0, due - till.lenders));
  const onTime = Array.from({ length: ready }, () => chance(discipline, random)).filter(Boolean).length;
  return { due, made, onTime };
}

/** One more loan, most of which goes to pay the others. */
function stack(till: Till, { income }: Company): void {
  till.debt += 0.6 * income;
  till.lenders += 1;
  till.cash += 0.1 * income;
}

/** The money goes mostly into the business; a quarter stays at hand. */
function takeUp(till: Till, { amount }: Asked): void {
  till.cash += 0.25 * amount;
  till.debt += amount;
  till.lenders += 1;
}

function lateDays(till: Till, { discipline }: Company, random: Random): number {
  const months = Math.ceil(monthsBehind(till));
  if (months > 0) return 30 * (months - 1) + 5 + random.below(26);
  return chance(discipline, random) ? 0 : 1 + random.below(12);
}

function monthsBehind({ unpaid, lenders }: Till): number {
  return unpaid / lenders;
}

/** A client lost, an illness, a theft: some months with less income. */
function slumpLeft(till: Till, random: Random): number {
  if (till.slump === 0 && chance(wear.slumpChance, random)) till.slump = wear.slumpMonths;
  if (till.slump === 0) return 1;
  till.slump--;
  return wear.left;
}

/** Midnight in Lima of the last day of the month that lies so many months from that of the time; −1 the last ended. */
export function monthEnd(time: number, months: number): number {
  const local = new Date(time - limaMs);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months + 1, 0) + limaMs;
}

const limaMs = 5 * 3_600_000;
