import { between, chance, logNormal, type Random, seeded } from '@rikuy/learn';
import { dayMs, type Span } from './calendar.ts';
import { episodes } from './fraud.ts';
import { honestPayments } from './honest.ts';
import type { GeneratedPayment, PaymentMade } from './payment-made.ts';
import { patternShare, type PlantedPattern } from './planted-patterns.ts';
import { findingOf } from './reconciliation.ts';
import { makeWorld, type World } from './world.ts';

export interface PaymentOptions {
  readonly seed: number;
  readonly rows: number;
  /** First day, and the day after the last, `2026-12-31`. */
  readonly from: string;
  readonly until: string;
  /** How much the world changes on the way, from 0 to 1. */
  readonly drift?: number;
}

export const defaultPaymentOptions: PaymentOptions = {
  seed: 1,
  rows: 40_000,
  from: '2024-02-01',
  until: '2026-02-01',
};

/** Payments of made-up businesses in the order of time. The same options give the same payments. */
export function generatePayments({ seed, rows, from, until, drift = 0 }: PaymentOptions): GeneratedPayment[] {
  const span = spanOf(from, until);
  const random = seeded(seed);
  const world = makeWorld(rows, span.days, random.fork('world'));
  const payments = Object.entries(patternShare).flatMap(([pattern, share]) =>
    plant(pattern as PlantedPattern, Math.round(share * rows), { world, span, drift, random }),
  );
  const honest = random.fork('honest');
  while (payments.length < rows)
    payments.push(...honestPayments(world, span, honest).filter(({ time }) => time < span.end));
  return numbered(payments.slice(0, rows), span, random.fork('afterwards'));
}

type WholeSpan = Span & { readonly end: number };

interface Plot {
  readonly world: World;
  readonly span: WholeSpan;
  readonly drift: number;
  readonly random: Random;
}

/** Whole episodes until so many frauds lie in the span; what is honest among them comes on top. */
function plant(pattern: PlantedPattern, wanted: number, { world, span, drift, random }: Plot): PaymentMade[] {
  const own = random.fork(pattern);
  const planted: PaymentMade[] = [];
  for (let frauds = 0; frauds < wanted;) {
    const episode = episodes[pattern]({ world, span, drift }, own).filter(({ time }) => time < span.end);
    for (const payment of episode) {
      if (frauds === wanted) break;
      planted.push(payment);
      if (payment.pattern) frauds++;
    }
  }
  return planted;
}

/** Numbers follow time, so that they tell nothing else. */
function numbered(payments: readonly PaymentMade[], span: WholeSpan, random: Random): GeneratedPayment[] {
  const inOrder = payments
    .map(payment => ({ ...payment, time: Math.floor(payment.time) }))
    .toSorted((a, b) => a.time - b.time || (a.account < b.account ? -1 : 1));
  return inOrder.map((payment, index) => {
    const finding = findingOf(payment, random);
    return {
      id: `P-${String(index + 1).padStart(8, '0')}`,
      receivedAt: payment.time + delayOf(payment, random),
      payment,
      finding: finding && finding.knownAt < span.end ? finding : null,
    };
  });
}

/** Milliseconds until notice of it arrives: seconds, but hours where payments are told in batches. */
function delayOf({ channel }: PaymentMade, random: Random): number {
  const isBatch = chance(channel === 'file' ? 0.15 : 0.01, random);
  const seconds = isBatch ? between(1, 9, random) * 3600 : logNormal(20, 0.8, random);
  return Math.round(seconds * 1000);
}

function spanOf(from: string, until: string): WholeSpan {
  const [start, end] = [from, until].map(day => Date.parse(`${day}T00:00:00-05:00`));
  if (!(end > start)) throw new RangeError(`\`until\` must be after \`from\`; got ${from} and ${until}.`);
  return { start, end, days: (end - start) / dayMs };
}
