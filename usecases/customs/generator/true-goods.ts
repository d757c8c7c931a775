import { between, chance, logNormal, picker, type Random } from '@rikuy/learn';
import type { Country } from '../records/countries.ts';
import type { Good } from '../taxes/goods.ts';
import { seasonOf } from './calendar.ts';
import { priceLevel } from './origins.ts';
import { honestOddities } from './planted-patterns.ts';
import { type Importer, usualOrigin } from './world.ts';

/** Goods as they really are in the container, before anybody writes a declaration. */
export interface TrueGoods {
  readonly good: Good;
  readonly origin: Country;
  readonly quantity: number;
  readonly unitPriceUsd: number;
  readonly weightKg: number;
}

export interface Circumstances {
  /** Month, 0 to 11. */
  readonly month: number;
  /** How far the span has gone, from 0 to 1. */
  readonly progress: number;
  /** Strength of the drift, from 0 (a world that stays) to 1. */
  readonly drift: number;
}

const priceSpread = 0.26;
const weightSpread = 0.15;

export function drawGoods(importer: Importer, circumstances: Circumstances, random: Random): TrueGoods {
  const good = drawGood(importer, circumstances.month, random);
  const origin = driftedOrigin(usualOrigin(importer, good, random), good, circumstances, random);
  const unitPriceUsd =
    typicalPrice(good, origin, circumstances) *
    importer.priceTier *
    logNormal(1, priceSpread, random) *
    (chance(honestOddities.clearance, random) ? between(...honestOddities.clearancePrice, random) : 1);
  const quantity = Math.max(1, Math.round(logNormal(importer.lineValueUsd, 0.8, random) / unitPriceUsd));
  const weightKg = quantity * good.unitWeight * logNormal(1, weightSpread, random) * oddWeight(random);
  return { good, origin, quantity, unitPriceUsd, weightKg };
}

/** What one unit costs from an origin, on the median. */
export function typicalPrice(good: Good, origin: Country, { progress, drift }: Circumstances): number {
  const direction = Number(good.code[5]) % 2 === 0 ? 1 : -0.6;
  return good.unitPrice * priceLevel[origin] * Math.exp(0.3 * drift * progress * direction);
}

function drawGood({ goods }: Importer, month: number, random: Random): Good {
  if (goods.length === 1) return goods[0];
  return picker(goods.map(good => [good, seasonOf(good.category, month)] as const))(random);
}

/** Under drift, production moves from China to Vietnam. */
function driftedOrigin(origin: Country, good: Good, { progress, drift }: Circumstances, random: Random): Country {
  const moves = origin === 'CN' && good.origins !== 'machinery' && chance(0.5 * drift * progress, random);
  return moves ? 'VN' : origin;
}

function oddWeight(random: Random): number {
  const u = random.next();
  if (u < honestOddities.heavier) return between(1.3, 1.9, random);
  return u > 1 - honestOddities.lighter ? between(0.55, 0.8, random) : 1;
}
