import { between, chance, logNormal, oneOf, type Random, skewed, wholeBetween } from '@rikuy/learn';
import type { CountryCode } from '../records/places.ts';
import { humanVisit, type Span } from './honest.ts';
import type { PlantedPattern } from './planted-patterns.ts';
import type { Purchase, Visit } from './purchase.ts';
import type { Buyer, Merchant, World } from './world.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Makes one episode of a pattern: the purchases that belong together. */
export type Episode = (scene: Scene, random: Random) => Purchase[];

export interface Scene {
  readonly world: World;
  readonly span: Span;
  /** How much the world changes on the way, from 0 to 1: fraud grows slower, smaller and comes from elsewhere. */
  readonly drift: number;
  /** A number that no other episode has. */
  readonly number: number;
}

/** Purchases are drawn from these until each pattern has its share. */
export const episodes: Readonly<Record<PlantedPattern, Episode>> = {
  card_testing: cardTesting,
  account_takeover: accountTakeover,
  stolen_card_night: stolenCardAtNight,
  merchant_collusion: merchantCollusion,
  bot_session: botSessions,
};

/** Small amounts in a row from one device, a new card each time, a new account every few. */
function cardTesting({ world, span, drift, number }: Scene, random: Random): Purchase[] {
  const start = moment(span, random);
  const targets = world.merchants.filter(({ category }) => category === 'digital' || category === 'groceries');
  const merchant = oneOf(targets, random);
  const device = `D-T${number}`;
  const network = `45.${random.below(256)}.${random.below(256)}`;
  const pace = logNormal(1.6, 0.5, random) * (1 + 4 * drift * progress(start, span));
  return Array.from({ length: wholeBetween(6, 16, random) }, (_, k) => ({
    ...stranger(`U-T${number}-${Math.floor(k / 4)}`, world, random),
    time: start + k * pace * 60_000,
    merchant: merchant.id,
    category: merchant.category,
    amount: logNormal(14, 0.7, random),
    card: `C-T${number}-${k}`,
    device,
    deviceType: 'desktop',
    country: oneOf<CountryCode>(['PE', 'PE', 'US', 'VN'], random),
    ip: `${network}.${wholeBetween(1, 254, random)}`,
    visit: chance(0.8, random) ? humanVisit(true, random) : null,
    pattern: 'card_testing',
  }));
}

/** An account with a history, suddenly on a new device from abroad, spending more than its owner did. */
function accountTakeover({ world, span, drift, number }: Scene, random: Random): Purchase[] {
  const buyer = skewed(
    world.buyers.filter(({ from }) => from === 0),
    random,
  );
  const start = moment({ ...span, start: span.start + 30 * dayMs, days: Math.max(1, span.days - 30) }, random);
  const later = drift * progress(start, span);
  const country = chance(0.4 + 0.4 * later, random) ? 'PE' : oneOf<CountryCode>(['RU', 'NG', 'RO', 'VE', 'US'], random);
  const network = `102.${random.below(256)}.${random.below(256)}`;
  return Array.from({ length: wholeBetween(1, 3, random) }, (_, k) => {
    const merchant = oneOf(dear(world), random);
    return {
      ...ofBuyer(buyer),
      time: start + k * between(4, 50, random) * 60_000,
      merchant: merchant.id,
      category: merchant.category,
      amount: merchant.usualAmount * buyer.usualAmount * logNormal(1.7, 0.5, random),
      address: chance(0.6, random) ? `A-X${number}` : buyer.address,
      device: `D-X${number}`,
      deviceType: oneOf(['mobile', 'desktop'] as const, random),
      country,
      ip: `${network}.${wholeBetween(1, 254, random)}`,
      visit: chance(0.9, random) ? humanVisit(chance(0.4, random), random) : null,
      pattern: 'account_takeover' as const,
    };
  });
}

/** A card that is not theirs, in a new account, dear goods, while its owner sleeps. */
function stolenCardAtNight({ world, span, number }: Scene, random: Random): Purchase[] {
  const when = moment(span, random);
  const start = chance(0.85, random) ? atNight(when, span, random) : when;
  return Array.from({ length: wholeBetween(1, 2, random) }, (_, k) => {
    const merchant = oneOf(dear(world), random);
    return {
      ...stranger(`U-S${number}`, world, random),
      time: start + k * between(5, 40, random) * 60_000,
      merchant: merchant.id,
      category: merchant.category,
      amount: merchant.usualAmount * logNormal(1.3, 0.45, random),
      card: `C-S${number}`,
      device: `D-S${number}`,
      deviceType: 'mobile' as const,
      country: chance(0.85, random) ? ('PE' as const) : ('US' as const),
      ip: `190.${random.below(256)}.${random.below(256)}.${wholeBetween(1, 254, random)}`,
      visit: chance(0.93, random) ? humanVisit(chance(0.4, random), random) : null,
      pattern: 'stolen_card_night' as const,
    };
  });
}

/** A merchant that sells to made-up buyers of its own, with cards that go round among them. */
function merchantCollusion({ world, span, number }: Scene, random: Random): Purchase[] {
  const merchant = oneOf(world.colluding, random);
  const start = moment(span, random);
  const cards = Array.from({ length: 3 }, (_, k) => `C-K${merchant.id}-${Math.floor(number / 6)}-${k}`);
  return Array.from({ length: wholeBetween(3, 7, random) }, (_, k) => ({
    ...stranger(`U-K${number}-${k}`, world, random),
    time: start + between(0, 3 * 24, random) * hourMs,
    merchant: merchant.id,
    category: merchant.category,
    amount: merchant.usualAmount * logNormal(2, 0.35, random),
    card: oneOf(cards, random),
    device: chance(0.5, random) ? `D-K${merchant.id}-${wholeBetween(0, 3, random)}` : `D-K${number}-${k}`,
    deviceType: oneOf(['mobile', 'desktop'] as const, random),
    country: 'PE',
    ip: `190.${random.below(256)}.${random.below(256)}.${wholeBetween(1, 254, random)}`,
    visit: chance(0.9, random) ? humanVisit(chance(0.5, random), random) : null,
    pattern: 'merchant_collusion',
  }));
}

/** Machines that hoard what resells: seconds per visit, many units, a few doors to collect at. */
function botSessions({ world, span, drift, number }: Scene, random: Random): Purchase[] {
  const start = moment(span, random);
  const targets = world.merchants.filter(
    ({ category }) => category === 'tickets' || category === 'toys' || category === 'phones',
  );
  const merchant: Merchant = oneOf(targets, random);
  const network = `154.${random.below(256)}.${random.below(256)}`;
  const human = drift * progress(start, span);
  return Array.from({ length: wholeBetween(4, 9, random) }, (_, k) => ({
    ...stranger(`U-B${number}-${k}`, world, random),
    time: start + k * between(1, 25, random) * 60_000,
    merchant: merchant.id,
    category: merchant.category,
    amount: merchant.usualAmount * logNormal(1.3, 0.4, random),
    items: wholeBetween(2, 9, random),
    card: `C-B${number}-${k}`,
    address: `A-B${Math.floor(number / 4)}`,
    device: chance(0.6, random) ? `D-B${number}` : `D-B${number}-${k}`,
    deviceType: 'desktop',
    country: oneOf<CountryCode>(['PE', 'PE', 'US', 'BR'], random),
    ip: `${network}.${wholeBetween(1, 254, random)}`,
    visit: chance(0.9, random)
      ? chance(0.25 + 0.5 * human, random)
        ? humanVisit(true, random)
        : machineVisit(random)
      : null,
    pattern: 'bot_session',
  }));
}

function machineVisit(random: Random): Visit {
  const seconds = logNormal(9, 0.6, random);
  return {
    session_duration: Math.max(1, seconds),
    click_through_rate: Math.min(0.99, between(0.4, 0.95, random)),
    add_to_cart: wholeBetween(2, 12, random),
    pages: wholeBetween(3, 12, random),
  };
}

type Common = Omit<
  Purchase,
  'time' | 'merchant' | 'category' | 'amount' | 'device' | 'deviceType' | 'country' | 'ip' | 'visit' | 'pattern'
>;

/** Somebody without a history here. */
function stranger(user: string, { buyers }: World, random: Random): Common {
  return {
    user,
    inDollars: chance(0.06, random),
    items: wholeBetween(1, 3, random),
    department: skewed(buyers, random).department,
    address: `A-${user.slice(2)}`,
    card: `C-${user.slice(2)}`,
    isFraud: true,
  };
}

function ofBuyer({ id, department, address, cards }: Buyer): Common {
  return { user: id, inDollars: false, items: 1, department, address, card: cards[0], isFraud: true };
}

/** Merchants whose goods resell well. */
function dear({ merchants }: World): Merchant[] {
  return merchants.filter(
    ({ category }) => category === 'phones' || category === 'electronics' || category === 'tickets',
  );
}

function moment({ start, days }: Span, random: Random): number {
  return start + random.next() * days * dayMs;
}

function progress(time: number, { start, days }: Span): number {
  return (time - start) / (days * dayMs);
}

function atNight(time: number, { start }: Span, random: Random): number {
  const day = Math.floor((time - start) / dayMs);
  return start + day * dayMs + between(0.3, 5.2, random) * hourMs;
}
