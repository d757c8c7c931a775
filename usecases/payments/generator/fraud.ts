import { between, chance, logNormal, oneOf, type Random, wholeBetween } from '@rikuy/learn';
import { limitsInForce } from '../records/approval-limits.ts';
import type { Channel } from '../records/payment.ts';
import { dayMs, hourMs, offHoursMoment, progress, type Span, workingMoment } from './calendar.ts';
import { activeAccount, fromAccount, knownAt, ordinary, weighted } from './honest.ts';
import type { PaymentMade } from './payment-made.ts';
import type { PlantedPattern } from './planted-patterns.ts';
import { type Account, categories, foreignAddress, newCounterparty, type World } from './world.ts';

/** Makes one episode of a pattern: the payments that belong together, honest ones among them. */
export type Episode = (scene: Scene, random: Random) => PaymentMade[];

export interface Scene {
  readonly world: World;
  readonly span: Span;
  /** How much the world changes on the way, from 0 to 1: fraud grows smaller, slower and keeps office hours. */
  readonly drift: number;
}

/** Payments are drawn from these until each pattern has its share. */
export const episodes: Readonly<Record<PlantedPattern, Episode>> = {
  duplicate_payment: duplicatePayment,
  split_payment: splitPayment,
  new_counterparty_large: newCounterpartyLarge,
  off_hours: offHours,
  below_limit: belowLimit,
  slow_drift: slowDrift,
  mule_fan_out: muleFanOut,
};

/** Days of history that an account has before anything is planted in it. */
const settlingDays = 60;

/** An invoice paid again, hours or days later, now and then a few cents off. */
function duplicatePayment(scene: Scene, random: Random): PaymentMade[] {
  const { account, time, span } = scenery(scene, random);
  const first = ordinary({ account, relation: weighted(knownOf(account, time, span), random), time, span }, random);
  const amount = chance(0.12, random) ? first.amount * between(0.99, 1.01, random) : first.amount;
  const delay = Math.min(140, logNormal(9, 1.1, random)) * hourMs;
  return [first, stolen({ ...first, amount, time: time + delay }, 'duplicate_payment')];
}

/** One payment in parts, each below the limit that the whole exceeds. */
function splitPayment(scene: Scene, random: Random): PaymentMade[] {
  const { account, time, span, later } = scenery(scene, random);
  const limit = limitFor(account, random);
  const total = limit * between(1.1, 2.6, random);
  const parts = Math.max(2, Math.ceil(total / (limit * between(0.6, 0.95, random))));
  const pace = logNormal(55, 0.9, random) * 60_000 * (1 + 2 * later);
  const payee = payeeOf(account, { time, span, newShare: 0.5 }, random);
  return Array.from({ length: parts }, (_, k) =>
    stolen(
      {
        ...fromAccount(account, random),
        ...payee,
        time: time + k * pace,
        amount: Math.min(limit * 0.995, (total / parts) * between(0.85, 1.15, random)),
        inDollars: false,
      },
      'split_payment',
    ),
  );
}

/** A false supplier, or a true one's false new account, gets a large payment at once. */
function newCounterpartyLarge(scene: Scene, random: Random): PaymentMade[] {
  const { account, time, later } = scenery(scene, random);
  const payment = {
    ...fromAccount(account, random),
    ...(chance(0.3, random) && intruder(random)),
    ...stranger(random),
    time,
    amount: account.usualAmount * logNormal(6, 0.5, random) * (1 - 0.4 * later),
    inDollars: chance(0.1, random),
  };
  return [stolen(payment, 'new_counterparty_large')];
}

/** More than usual, when nobody is in the office. */
function offHours(scene: Scene, random: Random): PaymentMade[] {
  const { account, span, time: working, later } = scenery(scene, random);
  if (account.isNightBusiness) return offHours(scene, random);
  const time = chance(0.6 * later, random) ? working : offHoursMoment(span, firstDay(account, span), random);
  return Array.from({ length: wholeBetween(1, 2, random) }, (_, k) =>
    stolen(
      {
        ...fromAccount(account, random),
        ...(chance(0.5, random) && intruder(random)),
        ...payeeOf(account, { time, span, newShare: 0.45 }, random),
        time: time + k * between(3, 70, random) * 60_000,
        amount: account.usualAmount * logNormal(2.6, 0.5, random),
        inDollars: chance(0.06, random),
      },
      'off_hours',
    ),
  );
}

/** A supplier that exists on paper bills, again and again, just what needs no further signature. */
function belowLimit(scene: Scene, random: Random): PaymentMade[] {
  const { account, time, later } = scenery(scene, random);
  const limit = limitFor(account, random);
  const payee = stranger(random);
  const count = wholeBetween(2, 6, random);
  return Array.from({ length: count }, (_, k) =>
    stolen(
      {
        ...fromAccount(account, random),
        ...payee,
        time: time + k * between(4, 24, random) * dayMs,
        amount: Math.round((limit * between(0.95 - 0.1 * later, 0.999, random)) / 10) * 10,
        inDollars: false,
      },
      'below_limit',
    ),
  );
}

/** An insider lets the payments to one known counterparty creep up; what exceeds the old price is lost. */
function slowDrift(scene: Scene, random: Random): PaymentMade[] {
  const { account, time: start, span } = scenery(scene, random);
  const relation = weighted(knownOf(account, start, span), random);
  const count = wholeBetween(14, 24, random);
  const end = between(2, 3.2, random);
  const gapDays = between(4, 9, random);
  return Array.from({ length: count }, (_, k) => {
    const factor = 1 + (end - 1) * (k / (count - 1));
    const payment = ordinary(
      { account, relation: { ...relation, spread: 0.08 }, time: start + k * gapDays * dayMs, span },
      random,
    );
    const crept = { ...payment, amount: payment.amount * factor };
    return factor < 1.35 ? crept : { ...stolen(crept, 'slow_drift'), loss: crept.amount - payment.amount };
  });
}

/** Within hours a quiet account spreads what it has among strangers. */
function muleFanOut(scene: Scene, random: Random): PaymentMade[] {
  const { account, time, later } = scenery(scene, random);
  const pace = logNormal(16, 0.8, random) * 60_000 * (1 + 5 * later);
  const isBroken = chance(0.7, random);
  const channel = oneOf<Channel>(['mobile', 'api', 'web'], random);
  return Array.from({ length: wholeBetween(5, 10, random) }, (_, k) =>
    stolen(
      {
        ...fromAccount(account, random),
        ...(isBroken && { ...intruder(random), channel }),
        ...stranger(random),
        time: time + k * pace,
        amount: account.usualAmount * logNormal(1, 0.5, random),
        inDollars: false,
      },
      'mule_fan_out',
    ),
  );
}

type Innocent = Omit<PaymentMade, 'pattern' | 'loss'>;

function stolen(payment: Innocent, pattern: PlantedPattern): PaymentMade {
  return { ...payment, pattern, loss: payment.amount };
}

interface Scenery {
  readonly account: Account;
  readonly time: number;
  readonly span: Span;
  /** How much the world has changed by then. */
  readonly later: number;
}

function scenery({ world, span, drift }: Scene, random: Random): Scenery {
  const account = activeAccount(world.accounts, random);
  const time = workingMoment(span, firstDay(account, span), random);
  return { account, time, span, later: drift * progress(time, span) };
}

function firstDay({ from }: Account, { days }: Span): number {
  return Math.min(from + settlingDays, days * 0.98);
}

/** Somebody known, of whom there is always one: the suppliers that everybody has. */
function knownOf(account: Account, time: number, span: Span) {
  const known = knownAt(account, time, span);
  return known.length > 0 ? known : account.relations;
}

function payeeOf(
  account: Account,
  { time, span, newShare }: { readonly time: number; readonly span: Span; readonly newShare: number },
  random: Random,
): Pick<PaymentMade, 'counterparty' | 'category'> {
  if (chance(newShare, random)) return stranger(random);
  const { counterparty, category } = oneOf(knownOf(account, time, span), random);
  return { counterparty, category };
}

/** Categories that false invoices prefer. */
const preferred = ['7392', '4829', '5199', '5045', '7311', '1711'];

function stranger(random: Random): Pick<PaymentMade, 'counterparty' | 'category'> {
  const category = oneOf(chance(0.5, random) ? preferred : Object.keys(categories), random);
  return { counterparty: newCounterparty(random), category };
}

function intruder(random: Random): Pick<PaymentMade, 'ip' | 'channel'> {
  return { ip: foreignAddress(random), channel: oneOf<Channel>(['web', 'web', 'mobile'], random) };
}

/** A limit that a payment of this account may come near without being out of all proportion. */
function limitFor({ usualAmount }: Account, random: Random): number {
  const within = limitsInForce.filter(limit => limit <= usualAmount * 12);
  return within.length === 0 ? limitsInForce[0] : oneOf(within, random);
}
