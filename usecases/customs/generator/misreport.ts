import { between, chance, logNormal, type Random } from '@rikuy/learn';
import type { Country } from '../records/countries.ts';
import { type Good, goodOf } from '../taxes/goods.ts';
import { swappedTo } from './origins.ts';
import { type PlantedPattern, patternStrength, unpatterned } from './planted-patterns.ts';
import type { Circumstances, TrueGoods } from './true-goods.ts';
import { type Broker, chapterOf, type Importer, isPreferential } from './world.ts';

/** What is written into the declaration about the goods. */
export interface Report {
  readonly good: Good;
  readonly origin: Country;
  readonly quantity: number;
  readonly valueUsd: number;
  readonly pattern: PlantedPattern | null;
  readonly isUnderreported: boolean;
}

interface Occasion extends Circumstances {
  readonly importer: Importer;
  readonly broker: Broker;
  readonly yearEnd: boolean;
}

/** Writes the goods into the declaration: truly, or as importer and broker are used to. */
export function report(truth: TrueGoods, occasion: Occasion, random: Random): Report {
  const pattern = patternAtWork(truth, occasion);
  const honest = reportTruly(truth);
  if (pattern !== null && chance(patternStrength[pattern].rate, random)) {
    return { ...honest, ...misreport[pattern](truth, occasion, random), pattern, isUnderreported: true };
  }
  if (pattern === null && chance(unpatterned.rate, random)) {
    return { ...undervalue(truth, unpatterned.remaining, random), isUnderreported: true };
  }
  return honest;
}

function reportTruly({ good, origin, quantity, unitPriceUsd }: TrueGoods): Report {
  return { good, origin, quantity, valueUsd: quantity * unitPriceUsd, pattern: null, isUnderreported: false };
}

/** The pattern for which this item is eligible. The importer's own habit comes before the broker's. */
function patternAtWork(truth: TrueGoods, { importer, broker, yearEnd, ...when }: Occasion): PlantedPattern | null {
  const { habit } = importer;
  if (habit === 'year_end_burst') return yearEnd ? habit : null;
  if (habit === 'origin_swapped') return canSwapOrigin(truth) ? habit : null;
  if (habit === 'category_swapped') return canSwapCategory(truth) ? habit : null;
  if (habit === 'quantity_understated') return truth.quantity > 1 ? habit : null;
  if (habit !== null) return habit;
  return chapterOf(truth.good) === undervaluedChapter(broker, when) ? 'broker_chapter' : null;
}

function canSwapOrigin({ good, origin }: TrueGoods): boolean {
  return good.rate > 0 && !isPreferential(origin);
}

/** Nothing is gained by a lower rate where the origin already pays none. */
function canSwapCategory({ good, origin }: TrueGoods): boolean {
  return good.disguise !== undefined && !isPreferential(origin);
}

/** Under drift a broker takes up another chapter when three fifths of the span have gone. */
function undervaluedChapter({ undervalues }: Broker, { progress, drift }: Circumstances): string | undefined {
  return drift > 0 && progress > 0.6 ? undervalues?.later : undervalues?.chapter;
}

type Misreport = (truth: TrueGoods, occasion: Occasion, random: Random) => Partial<Report>;

const misreport: Readonly<Record<PlantedPattern, Misreport>> = {
  shell_undervaluation: (truth, { progress, drift }, random) => {
    const [low, high] = patternStrength.shell_undervaluation.remaining;
    const bolder = 0.2 * drift * progress;
    return undervalue(truth, [low + bolder, high + bolder], random);
  },
  broker_chapter: (truth, _, random) => undervalue(truth, patternStrength.broker_chapter.remaining, random),
  year_end_burst: (truth, _, random) => undervalue(truth, patternStrength.year_end_burst.remaining, random),
  quantity_understated: ({ quantity, unitPriceUsd }, _, random) => {
    const left = Math.max(1, Math.round(quantity * between(...patternStrength.quantity_understated.remaining, random)));
    return { quantity: left, valueUsd: left * unitPriceUsd };
  },
  origin_swapped: (_truth, _occasion, random) => ({ origin: swappedTo(random) }),
  category_swapped: ({ good, quantity, weightKg }, _, random) => {
    const claimed = goodOf(good.disguise!);
    return { good: claimed, quantity: chance(0.6, random) ? countAs(claimed, weightKg, random) : quantity };
  },
};

function undervalue(truth: TrueGoods, [low, high]: readonly [number, number], random: Random): Report {
  const honest = reportTruly(truth);
  return { ...honest, valueUsd: honest.valueUsd * between(low, high, random) };
}

/** Units of another good that would weigh as much: the careful way to hide goods under another code. */
function countAs({ unitWeight }: Good, weightKg: number, random: Random): number {
  return Math.max(1, Math.round((weightKg / unitWeight) * logNormal(1, 0.25, random)));
}
