import { between, chance, logNormal, oneOf, type Random, skewed, wholeBetween } from '@rikuy/learn';
import type { Channel } from '../records/payment.ts';

/** An account of a business and how it pays. */
export interface Account {
  readonly id: string;
  readonly business: string;
  /** Days of the span from which it pays. */
  readonly from: number;
  /** Median of its payments, soles. */
  readonly usualAmount: number;
  /** How often it pays, against the others. */
  readonly activity: number;
  /** Works at night and on weekends. */
  readonly isNightBusiness: boolean;
  readonly channel: Channel;
  /** First two numbers of the addresses that it pays from, and those addresses. */
  readonly network: string;
  readonly addresses: readonly string[];
  readonly relations: readonly Relation[];
}

/** A counterparty that an account pays again and again. */
export interface Relation {
  readonly counterparty: string;
  readonly category: string;
  readonly from: number;
  /** Median of what it gets, soles. */
  readonly usualAmount: number;
  /** Of the logarithm of the amounts; 0 is always the same price. */
  readonly spread: number;
  /** How much its prices rise over the span, as a share. */
  readonly rise: number;
  readonly weight: number;
  readonly inDollars: boolean;
}

export interface World {
  readonly accounts: readonly Account[];
}

/** Categories (MCC, ISO 18245) that businesses pay, and what a payment usually is against the account's usual. */
export const categories: Readonly<Record<string, number>> = {
  '4900': 0.4, // utilities
  '4814': 0.25, // telecommunication
  '5541': 0.2, // service stations
  '4214': 0.9, // haulage
  '5111': 0.25, // stationery
  '5085': 1.6, // industrial supplies
  '5065': 1.3, // electrical parts
  '5045': 1.8, // computers
  '5199': 1.5, // goods for resale
  '6513': 2.2, // rents
  '7349': 0.7, // cleaning
  '7393': 0.9, // guards
  '7311': 1.1, // advertising
  '7392': 1.8, // consulting
  '8931': 0.9, // accounting
  '8111': 1.3, // law
  '1711': 1.1, // contractors
  '4829': 1, // money transfers
  '9311': 1.5, // taxes
};
/** Categories of which a price is often the same. */
const fixedPrices: readonly string[] = ['6513', '7349', '7393', '8931', '4814'];
/** Everybody's suppliers: power, water, telephone, taxes. */
const everybodys = ['4900', '4900', '4814', '4814', '9311', '5541'].map((category, i) => ({
  id: `B-10000${i}`,
  category,
}));

const paymentsPerMonth = 11;

/** Accounts and their counterparties, with about so many payments in so many days. */
export function makeWorld(rows: number, days: number, random: Random): World {
  const count = Math.max(24, Math.round(rows / ((days / 30.4) * paymentsPerMonth)));
  const pool = Array.from({ length: count * 5 }, (_, i) => supplier(random.fork(`supplier/${i}`)));
  return {
    accounts: Array.from({ length: count }, (_, i) => makeAccount(i, { pool, days }, random.fork(`account/${i}`))),
  };
}

interface Supplier {
  readonly id: string;
  readonly category: string;
}

function supplier(random: Random): Supplier {
  return { id: newCounterparty(random), category: oneOf(Object.keys(categories), random) };
}

/** The id of a counterparty that nobody knows yet; it looks like any other. */
export function newCounterparty(random: Random): string {
  return `B-${String(200_000 + random.below(800_000))}`;
}

/** An address outside every account's networks. */
export function foreignAddress(random: Random): string {
  return [190, random.below(256), random.below(256), wholeBetween(1, 254, random)].join('.');
}

function makeAccount(
  index: number,
  { pool, days }: { readonly pool: readonly Supplier[]; readonly days: number },
  random: Random,
): Account {
  const usualAmount = logNormal(1300, 0.75, random);
  const network = `181.${100 + random.below(156)}`;
  const known = [...everybodys, ...Array.from({ length: wholeBetween(7, 16, random) }, () => oneOf(pool, random))];
  return {
    id: `K-${String(index + 1).padStart(4, '0')}`,
    business: `E-${String(Math.floor(index / 2) + 1).padStart(3, '0')}`,
    from: chance(0.75, random) ? 0 : Math.floor(random.next() * days * 0.9),
    usualAmount,
    activity: logNormal(1, 0.6, random),
    isNightBusiness: chance(0.12, random),
    channel: skewed<Channel>(['web', 'file', 'mobile', 'api', 'branch'], random),
    network,
    addresses: Array.from({ length: wholeBetween(1, 3, random) }, () =>
      [network, random.below(256), wholeBetween(1, 254, random)].join('.'),
    ),
    relations: known.map(one => relation(one, { usualAmount, days }, random)),
  };
}

function relation(
  { id, category }: Supplier,
  { usualAmount, days }: { readonly usualAmount: number; readonly days: number },
  random: Random,
): Relation {
  const isFixed = fixedPrices.includes(category) ? chance(0.6, random) : chance(0.06, random);
  return {
    counterparty: id,
    category,
    from: chance(0.62, random) ? 0 : Math.floor(random.next() * days * 0.95),
    usualAmount: usualAmount * categories[category] * logNormal(1, 0.6, random),
    spread: isFixed ? 0 : between(0.12, 0.6, random),
    rise: chance(0.12, random) ? between(0.2, 0.9, random) : 0,
    weight: logNormal(1, 0.8, random),
    inDollars: chance(0.07, random),
  };
}
