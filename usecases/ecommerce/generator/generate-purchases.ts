import { chance, logNormal, type Random, seeded } from '@rikuy/learn';
import { findingOf } from './disputes.ts';
import { episodes } from './fraud.ts';
import { honestPurchases, type Span } from './honest.ts';
import { patternShare, type PlantedPattern } from './planted-patterns.ts';
import type { GeneratedPurchase, Purchase } from './purchase.ts';
import { makeWorld, type World } from './world.ts';

export interface PurchaseOptions {
  readonly seed: number;
  readonly rows: number;
  /** First day, and the day after the last, `2026-12-31`. */
  readonly from: string;
  readonly until: string;
  /** How much the world changes on the way, from 0 to 1. */
  readonly drift?: number;
}

export const defaultPurchaseOptions: PurchaseOptions = {
  seed: 1,
  rows: 40_000,
  from: '2024-02-01',
  until: '2026-02-01',
};

const dayMs = 86_400_000;

/** Purchases of a made-up marketplace in the order of time. The same options give the same purchases. */
export function generatePurchases({ seed, rows, from, until, drift = 0 }: PurchaseOptions): GeneratedPurchase[] {
  const span = spanOf(from, until);
  const random = seeded(seed);
  const world = makeWorld(rows, span.days, random.fork('world'));
  const purchases = Object.entries(patternShare).flatMap(([pattern, share]) =>
    plant(pattern as PlantedPattern, Math.round(share * rows), { world, span, drift, random }),
  );
  const honest = random.fork('honest');
  while (purchases.length < rows) purchases.push(...honestPurchases(world, span, honest));
  return numbered(
    purchases.slice(0, rows).filter(({ time }) => time < span.end),
    span,
    random.fork('afterwards'),
  );
}

interface Plot {
  readonly world: World;
  readonly span: Span;
  readonly drift: number;
  readonly random: Random;
}

function plant(pattern: PlantedPattern, wanted: number, { world, span, drift, random }: Plot): Purchase[] {
  const own = random.fork(pattern);
  const planted: Purchase[] = [];
  for (let number = 0; planted.length < wanted; number++)
    planted.push(...episodes[pattern]({ world, span, drift, number }, own));
  return planted.slice(0, wanted);
}

/** Numbers follow time, so that they tell nothing else. */
function numbered(
  purchases: readonly Purchase[],
  span: Span & { readonly end: number },
  random: Random,
): GeneratedPurchase[] {
  const inOrder = purchases.toSorted((a, b) => a.time - b.time || (a.user < b.user ? -1 : 1));
  return inOrder.map((purchase, index) => {
    const number = String(index + 1).padStart(8, '0');
    const finding = findingOf(purchase, random);
    return {
      id: `T-${number}`,
      session: `S-${number}`,
      purchase,
      outsideScore: outsideScore(purchase, random),
      finding: finding && finding.knownAt < span.end ? finding : null,
    };
  });
}

/** What a service with a view of its own says; it fails in whole hours, and sees little of collusion. */
function outsideScore({ time, isFraud, pattern }: Purchase, random: Random): number | null {
  const noise = logNormal(9, 0.7, random);
  const sees = isFraud && pattern !== 'merchant_collusion' && chance(0.35, random);
  const isDown = Math.sin(Math.floor(time / 3_600_000) * 12.9898) > 0.82;
  if (isDown) return null;
  return Math.round(Math.min(99, sees ? noise + logNormal(28, 0.4, random) : noise));
}

function spanOf(from: string, until: string): Span & { readonly end: number } {
  const [start, end] = [from, until].map(day => Date.parse(`${day}T00:00:00-05:00`));
  if (!(end > start)) throw new RangeError(`\`until\` must be after \`from\`; got ${from} and ${until}.`);
  return { start, end, days: (end - start) / dayMs };
}
