import { between, chance, logNormal, type Random, wholeBetween } from '@rikuy/learn';
import type { Department } from '../records/places.ts';
import type { Sector } from '../records/sectors.ts';
import { patternShare, type PlantedPattern } from './planted-patterns.ts';
import { completeRuc } from './ruc.ts';

/** What a company is, most of which nobody who lends to it can see. Amounts in soles a month. */
export interface Company {
  readonly ruc: string;
  readonly region: Department;
  readonly sector: Sector;
  readonly pattern: Exclude<PlantedPattern, 'region_shock'> | null;
  readonly income: number;
  /** Share of income left by a usual month. */
  readonly margin: number;
  /** Growth a month. */
  readonly growth: number;
  /** Standard deviation of the logarithm of a month's income. */
  readonly volatility: number;
  /** Swing of the year, 0 to 1, and the month of its peak, 0 to 11. */
  readonly season: { readonly swing: number; readonly peak: number };
  /** Probability that what can be paid is paid on time. */
  readonly discipline: number;
  /** Money kept aside, in months of expenses. */
  readonly cushion: number;
  /** In months of income. */
  readonly debt: number;
  readonly lenders: number;
  readonly yearsTrading: number;
  readonly inDollars: boolean;
}

interface Trade {
  readonly weight: number;
  readonly margin: number;
  readonly volatility: number;
  readonly swing: number;
  readonly peak: number;
}

const trades: Readonly<Record<Sector, Trade>> = {
  commerce: { weight: 34, margin: 0.14, volatility: 0.12, swing: 0.12, peak: 11 },
  services: { weight: 18, margin: 0.2, volatility: 0.11, swing: 0.05, peak: 2 },
  manufacturing: { weight: 10, margin: 0.16, volatility: 0.13, swing: 0.1, peak: 10 },
  agriculture: { weight: 10, margin: 0.2, volatility: 0.22, swing: 0.45, peak: 4 },
  tourism: { weight: 7, margin: 0.2, volatility: 0.18, swing: 0.4, peak: 6 },
  construction: { weight: 7, margin: 0.15, volatility: 0.24, swing: 0.1, peak: 9 },
  transport: { weight: 8, margin: 0.15, volatility: 0.14, swing: 0.06, peak: 11 },
  restaurants: { weight: 6, margin: 0.14, volatility: 0.16, swing: 0.1, peak: 6 },
};

const regionWeights: Readonly<Partial<Record<Department, number>>> = {
  'PE-LIM': 36,
  'PE-ARE': 10,
  'PE-LAL': 8,
  'PE-PIU': 8,
  'PE-LAM': 6,
  'PE-CUS': 6,
  'PE-JUN': 6,
  'PE-CAL': 4,
  'PE-ICA': 4,
  'PE-ANC': 3,
  'PE-PUN': 3,
  'PE-CAJ': 2,
  'PE-SAM': 2,
  'PE-TUM': 1,
  'PE-LOR': 1,
};

/** A company as they come; `number` is its place in the order of drawing. */
export function drawCompany(number: number, random: Random): Company {
  const sector = weighted(
    Object.entries(trades).map(([name, { weight }]) => [name as Sector, weight]),
    random,
  );
  const trade = trades[sector];
  return planted(drawPattern(random), random, {
    ruc: completeRuc(`20${String(500_000_00 + number * 7).padStart(8, '0')}`),
    region: weighted(Object.entries(regionWeights) as [Department, number][], random),
    sector,
    pattern: null,
    income: logNormal(22_000, 1, random),
    margin: trade.margin + 0.02 + 0.05 * random.normal(),
    growth: 0.004 * random.normal(),
    volatility: trade.volatility * between(0.7, 1.5, random),
    season: {
      swing: trade.swing * between(0.6, 1.3, random),
      peak: (trade.peak + wholeBetween(-1, 1, random) + 12) % 12,
    },
    discipline: Math.min(0.995, 1 - 0.25 * random.next() ** 2),
    cushion: logNormal(1.2, 0.7, random),
    debt: logNormal(1.1, 0.8, random),
    lenders: 1 + Math.floor(3.2 * random.next() ** 2),
    yearsTrading: Math.round(10 * logNormal(5, 0.7, random)) / 10,
    inDollars: chance(0.06, random),
  });
}

function drawPattern(random: Random): Company['pattern'] {
  let left = random.next();
  for (const [pattern, share] of Object.entries(patternShare)) {
    left -= share;
    if (left < 0) return pattern as Company['pattern'];
  }
  return null;
}

function planted(pattern: Company['pattern'], random: Random, company: Company): Company {
  switch (pattern) {
    case null:
      return company;
    case 'seasonal_sound': {
      const sector = chance(0.5, random) ? 'tourism' : 'agriculture';
      return {
        ...company,
        pattern,
        sector,
        margin: between(0.24, 0.34, random),
        volatility: between(0.05, 0.1, random),
        season: { swing: between(0.7, 0.9, random), peak: trades[sector].peak },
        discipline: between(0.96, 0.995, random),
        cushion: between(3, 6, random),
        debt: between(0.5, 2, random),
        lenders: wholeBetween(1, 2, random),
      };
    }
    case 'cosmetic_balance':
      return {
        ...company,
        pattern,
        margin: between(0.05, 0.11, random),
        cushion: between(0.3, 1, random),
        debt: between(1.2, 2.6, random),
        discipline: between(0.85, 0.97, random),
      };
    case 'debt_stacking':
      return {
        ...company,
        pattern,
        margin: between(0.08, 0.16, random),
        cushion: between(0.2, 1, random),
        lenders: wholeBetween(1, 3, random),
      };
  }
}

function weighted<T>(choices: readonly (readonly [T, number])[], random: Random): T {
  let left = random.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  return choices[0][0];
}
