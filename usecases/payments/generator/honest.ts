import { between, chance, logNormal, oneOf, type Random, wholeBetween } from '@rikuy/learn';
import { limitsInForce } from '../records/approval-limits.ts';
import type { Channel } from '../records/payment.ts';
import { dayMs, hourMs, offHoursMoment, progress, type Span, workingMoment } from './calendar.ts';
import type { PaymentMade } from './payment-made.ts';
import { honestOddities } from './planted-patterns.ts';
import { type Account, categories, foreignAddress, newCounterparty, type Relation, type World } from './world.ts';

/** A payment of somebody honest with what goes with it, some of them odd for honest reasons. */
export function honestPayments({ accounts }: World, span: Span, random: Random): PaymentMade[] {
  const account = activeAccount(accounts, random);
  const time = momentOf(account, span, random);
  if (chance(honestOddities.onboarding, random)) return inARow(3, 6, () => oneOff(account, time, random), random);
  if (chance(honestOddities.oneOff, random)) return [oneOff(account, time, random)];
  const known = knownAt(account, time, span);
  if (known.length === 0) return [oneOff(account, time, random)];
  if (chance(honestOddities.payRun, random)) return payRun({ account, known, time, span }, random);
  const first = ordinary({ account, relation: weighted(known, random), time, span }, random);
  if (chance(honestOddities.repeat, random)) return [first, again(first, random)];
  if (chance(honestOddities.instalments, random)) return instalments(first, random);
  if (chance(honestOddities.nearLimit, random)) return [{ ...first, amount: grazing(random), inDollars: false }];
  return [first];
}

/** An account, the busier the more often. */
export function activeAccount(accounts: readonly Account[], random: Random): Account {
  for (;;) {
    const account = oneOf(accounts, random);
    if (random.next() * 4 < account.activity) return account;
  }
}

/** Relations that exist by then. */
export function knownAt({ relations }: Account, time: number, { start }: Span): readonly Relation[] {
  return relations.filter(({ from }) => start + from * dayMs <= time);
}

export function weighted(relations: readonly Relation[], random: Random): Relation {
  const at = random.next() * relations.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  return relations.find(({ weight }) => (passed += weight) > at) ?? relations[0];
}

export interface Deal {
  readonly account: Account;
  readonly relation: Relation;
  readonly time: number;
  readonly span: Span;
}

/** What the account pays in the ordinary course of business. */
export function ordinary({ account, relation, time, span }: Deal, random: Random): PaymentMade {
  const { counterparty, category, usualAmount, spread, rise, inDollars } = relation;
  const price = usualAmount * (1 + rise * progress(time, span));
  // A fixed price rises in January, not day by day.
  const settled = spread === 0 ? Math.round(usualAmount / 10) * 10 : logNormal(price, spread, random);
  return {
    ...fromAccount(account, random),
    time,
    counterparty,
    category,
    amount: Math.max(5, settled),
    inDollars,
    pattern: null,
    loss: 0,
  };
}

/** Where and how an account usually orders its payments. */
export function fromAccount(
  { id, business, channel, addresses, network }: Account,
  random: Random,
): Pick<PaymentMade, 'account' | 'business' | 'channel' | 'ip'> {
  const used = chance(0.9, random) ? channel : oneOf<Channel>(['web', 'mobile', 'branch'], random);
  const isElsewhere = chance(honestOddities.elsewhere, random);
  const moved = chance(0.5, random)
    ? foreignAddress(random)
    : [network, random.below(256), wholeBetween(1, 254, random)].join('.');
  const ip = isElsewhere ? moved : oneOf(addresses, random);
  return { account: id, business, channel: used, ip: used === 'branch' ? null : ip };
}

function momentOf(account: Account, span: Span, random: Random): number {
  const isLate = chance(account.isNightBusiness ? 0.45 : honestOddities.lateWork, random);
  return (isLate ? offHoursMoment : workingMoment)(span, account.from, random);
}

function oneOff(account: Account, time: number, random: Random): PaymentMade {
  const category = oneOf(Object.keys(categories), random);
  const isLarge = chance(honestOddities.oneOffLarge, random);
  const amount = account.usualAmount * (isLarge ? logNormal(5, 0.6, random) : logNormal(0.8, 0.8, random));
  return {
    ...fromAccount(account, random),
    time,
    counterparty: newCounterparty(random),
    category,
    amount: Math.max(10, amount),
    inDollars: chance(0.07, random),
    pattern: null,
    loss: 0,
  };
}

function payRun(
  { known, ...deal }: Omit<Deal, 'relation'> & { known: readonly Relation[] },
  random: Random,
): PaymentMade[] {
  return inARow(4, 9, () => ordinary({ ...deal, relation: oneOf(known, random) }, random), random);
}

function inARow(from: number, to: number, make: () => PaymentMade, random: Random): PaymentMade[] {
  const pace = logNormal(4, 0.8, random) * 60_000;
  return Array.from({ length: wholeBetween(from, to, random) }, () => make()).map((one, k) => ({
    ...one,
    time: one.time + k * pace,
  }));
}

/** The same once more the same day, and rightly so. */
function again(payment: PaymentMade, random: Random): PaymentMade {
  return { ...payment, time: payment.time + between(0.2, 9, random) * hourMs };
}

function instalments(payment: PaymentMade, random: Random): PaymentMade[] {
  const parts = wholeBetween(2, 3, random);
  return Array.from({ length: parts }, (_, k) => ({
    ...payment,
    time: payment.time + k * between(0.3, 8, random) * hourMs,
    amount: (payment.amount * between(0.7, 1.5, random)) / parts,
  }));
}

/** A price that ends just below a limit. */
function grazing(random: Random): number {
  return Math.round((limitsInForce[random.below(2)] * between(0.94, 0.999, random)) / 10) * 10;
}
