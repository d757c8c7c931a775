import { between, chance, logNormal, oneOf, type Random, seeded } from '@rikuy/learn';
import type { Purpose } from '../records/sectors.ts';
import { type Company, drawCompany } from './company.ts';
import { declare, type DeclaredFigures } from './declare.ts';
import { type Finding, findingOf } from './lending.ts';
import { type Life, live, type Month } from './live-months.ts';
import type { PlantedPattern } from './planted-patterns.ts';
import { isShocked, type Shock, shocksOf } from './shocks.ts';

export interface ApplicationOptions {
  readonly seed: number;
  readonly rows: number;
  /** First day, and the day after the last, `2026-12-31`. */
  readonly from: string;
  readonly until: string;
  /** How much the world changes on the way, from 0 to 1. */
  readonly drift?: number;
}

/** The truth of a credit is known a year later, so five years are the least to learn and to judge from. */
export const historyDays = 1826;

export const defaultApplicationOptions: ApplicationOptions = {
  seed: 1,
  rows: 8000,
  from: '2021-02-01',
  until: '2026-02-01',
};

/** An application with all that the world knows of it. */
export interface GeneratedApplication {
  readonly id: string;
  readonly time: number;
  readonly company: Company;
  readonly amount: number;
  readonly termMonths: number;
  readonly purpose: Purpose;
  readonly declared: DeclaredFigures;
  readonly life: Life;
  readonly pattern: PlantedPattern | null;
  /** Null where the money was not given, so that nobody will ever know. */
  readonly finding: Finding | null;
}

/** Months of companies, by their ends; each company's once. */
export interface CompanyMonth {
  readonly company: Company;
  readonly month: Month;
}

export interface GeneratedBook {
  /** In the order of time. */
  readonly applications: readonly GeneratedApplication[];
  readonly months: readonly CompanyMonth[];
}

/** A made-up lender's book. The same options give the same book. */
export function generateApplications({ seed, rows, from, until, drift = 0 }: ApplicationOptions): GeneratedBook {
  const span = spanOf(from, until);
  const random = seeded(seed);
  const shocks = shocksOf(span, drift);
  const requests: Request[] = [];
  const months: CompanyMonth[] = [];
  for (let number = 0; requests.length < rows; number++) {
    const own = random.fork(number);
    const asked = requestsOf(drawCompany(number, own), { span, shocks, drift, random: own });
    // Who is months behind seldom asks for more.
    if (asked[0].life.daysLate > 30 && chance(0.75, own)) continue;
    requests.push(...asked);
    months.push(...asked[0].life.before.map(month => ({ company: asked[0].company, month })));
  }
  const inOrder = requests
    .slice(0, rows)
    .toSorted((a, b) => a.time - b.time || (a.company.ruc < b.company.ruc ? -1 : 1));
  const outcomes = random.fork('lending');
  return {
    applications: inOrder.map((request, i) => ({
      ...request,
      id: `A-${String(i + 1).padStart(7, '0')}`,
      finding: findingOf(request, { until: span.end, random: outcomes }),
    })),
    months: months.toSorted((a, b) => a.month.end - b.month.end || (a.company.ruc < b.company.ruc ? -1 : 1)),
  };
}

type Request = Omit<GeneratedApplication, 'id' | 'finding'>;

interface World {
  readonly span: Span;
  readonly shocks: readonly Shock[];
  readonly drift: number;
  readonly random: Random;
}

/** A company asks once; one that piles up debt asks again within weeks. */
function requestsOf(drawn: Company, { span, shocks, drift, random }: World): readonly Request[] {
  const time = applicationTime(drawn, span, random);
  const late = (time - span.start) / (span.end - span.start);
  const company = { ...drawn, volatility: drawn.volatility * (1 + 0.4 * drift * late) };
  const asked = {
    time,
    amount: Math.max(500, 100 * Math.round((company.income * logNormal(1, 0.6, random)) / 100)),
    termMonths: oneOf([6, 9, 12, 12, 18, 18, 24, 24, 36], random),
  };
  const life = live(company, asked, { shocks, random });
  const request: Request = {
    ...asked,
    company,
    life,
    purpose: oneOf(['working_capital', 'working_capital', 'inventory', 'equipment', 'premises', 'refinancing'], random),
    declared: declare(company, life, random),
    pattern: company.pattern ?? (isShocked(shocks, company.region, time) ? 'region_shock' : null),
  };
  const again = company.pattern === 'debt_stacking' ? 1 + random.below(2) : chance(0.03, random) ? 1 : 0;
  const repeats = Array.from({ length: again }, () => sooner(request, random));
  return [request, ...repeats];
}

/** The same request some days before, perhaps for another amount, within the same month so that figures agree. */
function sooner(request: Request, random: Random): Request {
  const day = new Date(request.time - limaMs).getUTCDate();
  const days = Math.min(day - 1, 1 + random.below(20));
  const amount = Math.max(500, 100 * Math.round((request.amount * between(0.7, 1.2, random)) / 100));
  return { ...request, time: request.time - days * dayMs - random.below(3_600_000), amount };
}

const dayMs = 86_400_000;
const limaMs = 5 * 3_600_000;

/** Working hours of any day; a seasonal firm mostly asks when its season is over and money is short. */
function applicationTime({ pattern, season }: Company, { start, end }: Span, random: Random): number {
  const days = Math.floor((end - start) / dayMs);
  const draw = (): number => start + random.below(days) * dayMs + Math.floor(between(9, 18, random) * 3_600_000);
  if (pattern !== 'seasonal_sound') return draw();
  for (let attempt = 0; attempt < 40; attempt++) {
    const time = draw();
    const since = (new Date(time).getUTCMonth() - season.peak + 12) % 12;
    if (since >= 6 && since <= 9) return time;
  }
  return draw();
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spanOf(from: string, until: string): Span {
  const [start, end] = [from, until].map(day => Date.parse(`${day}T00:00:00-05:00`));
  if (!(end > start)) throw new RangeError(`\`until\` must be after \`from\`; got ${from} and ${until}.`);
  return { start, end };
}
