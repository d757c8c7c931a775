import { between, chance, logNormal, oneOf, type Random, skewed, wholeBetween } from '@rikuy/learn';
import type { CountryCode } from '../records/places.ts';
import { honestOddities } from './planted-patterns.ts';
import type { Purchase, Visit } from './purchase.ts';
import type { Buyer, World } from './world.ts';

const dayMs = 86_400_000;
const abroad: readonly CountryCode[] = ['US', 'CL', 'ES', 'CO', 'EC', 'MX', 'AR', 'BR'];
/** Purchases by hour of the day in Lima, as weights. */
const hourly = [3, 2, 1, 1, 1, 1, 2, 4, 6, 8, 9, 10, 11, 10, 9, 9, 9, 10, 12, 14, 15, 14, 11, 6];

export interface Span {
  /** Midnight in Lima of the first day, epoch milliseconds. */
  readonly start: number;
  readonly days: number;
}

/** A purchase of somebody honest, some of them odd for honest reasons. */
export function honestPurchases({ buyers }: World, span: Span, random: Random): Purchase[] {
  const known = presentBuyer(buyers, span, random);
  const buyer = chance(honestOddities.newcomer, random) ? newcomer(known, random) : known;
  const time = span.start + momentFor(buyer, span, random);
  const first = purchaseOf(buyer, time, random);
  if (!chance(honestOddities.spree, random)) return [first];
  const more = Array.from({ length: wholeBetween(1, 3, random) }, () =>
    purchaseOf(buyer, time + between(2, 55, random) * 60_000, random),
  );
  return [first, ...more];
}

/** Like a known buyer, but seen for the first time. */
function newcomer(like: Buyer, random: Random): Buyer {
  const number = `G${random.below(1e9)}`;
  return {
    ...like,
    id: `U-${number}`,
    address: `A-${number}`,
    devices: [{ id: `D-${number}`, type: chance(0.7, random) ? 'mobile' : 'desktop' }],
    cards: [`C-${number}`],
    network: `190.${random.below(256)}.${random.below(256)}`,
    isNightOwl: chance(0.12, random),
  };
}

function presentBuyer(buyers: readonly Buyer[], { days }: Span, random: Random): Buyer {
  for (;;) {
    const buyer = skewed(buyers, random);
    if (buyer.from < days * 0.98) return buyer;
  }
}

function momentFor(buyer: Buyer, { days }: Span, random: Random): number {
  const day = Math.floor(between(buyer.from, days, random));
  return day * dayMs + (hourFor(buyer.isNightOwl, random) + random.next()) * 3_600_000;
}

function hourFor(isNightOwl: boolean, random: Random): number {
  if (isNightOwl && chance(0.6, random)) return random.below(5);
  const at = random.next() * hourly.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  return hourly.findIndex(weight => (passed += weight) > at);
}

function purchaseOf(buyer: Buyer, time: number, random: Random): Purchase {
  const merchant = skewed(buyer.merchants, random);
  const isPresent = chance(honestOddities.present, random);
  const travels = chance(honestOddities.travel, random);
  const device = chance(honestOddities.newDevice, random)
    ? { id: `D-N${random.below(1e9)}`, type: 'mobile' as const }
    : oneOf(buyer.devices, random);
  const amount =
    logNormal(merchant.usualAmount * buyer.usualAmount, 0.5, random) * (isPresent ? between(2, 6, random) : 1);
  return {
    time,
    user: buyer.id,
    merchant: merchant.id,
    amount,
    inDollars: chance(0.04, random),
    items: 1 + Math.floor(random.next() ** 3 * 6),
    category: merchant.category,
    department: buyer.department,
    address: isPresent ? `A-P${random.below(1e9)}` : buyer.address,
    card: chance(honestOddities.otherCard, random) ? `C-N${random.below(1e9)}` : oneOf(buyer.cards, random),
    ip: travels
      ? `${wholeBetween(20, 120, random)}.${random.below(256)}.${random.below(256)}.${wholeBetween(1, 254, random)}`
      : `${buyer.network}.${wholeBetween(1, 254, random)}`,
    country: travels ? oneOf(abroad, random) : 'PE',
    device: device.id,
    deviceType: device.type,
    visit: chance(0.94, random) ? humanVisit(chance(honestOddities.quick, random), random) : null,
    isFraud: false,
    pattern: null,
  };
}

/** A person's visit; a quick one knows what to buy. */
export function humanVisit(isQuick: boolean, random: Random): Visit {
  const seconds = isQuick ? logNormal(28, 0.5, random) : logNormal(420, 0.8, random);
  const pages = Math.max(2, Math.round((seconds / 60) * logNormal(2.2, 0.4, random)));
  return {
    session_duration: Math.max(5, seconds),
    click_through_rate: Math.min(0.95, logNormal(isQuick ? 0.3 : 0.17, 0.5, random)),
    add_to_cart: wholeBetween(1, isQuick ? 2 : 5, random),
    pages,
  };
}
