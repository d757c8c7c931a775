import { describe, expect, it } from 'vitest';
import { ecommerce } from './ecommerce.ts';
import { defaultPurchaseOptions, generatePurchases } from './generator/generate-purchases.ts';
import { patternShare } from './generator/planted-patterns.ts';
import type { GeneratedPurchase } from './generator/purchase.ts';

const namedInTheSpecification = [
  'trans_amount',
  'trans_freq_1h',
  'trans_freq_24h',
  'trans_freq_7d',
  'avg_trans_amount',
  'amount_vs_own',
  'time_since_last_trans',
  'session_duration',
  'click_through_rate',
  'add_to_cart_freq',
  'geo_location',
  'device_type',
  'ip_country',
  'country_mismatch',
  'device_cards_24h',
  'device_users_7d',
  'address_users_30d',
  'trans_risk_score',
  'time_of_day',
  'weekend',
  'merchant_risk',
  'outside_score',
];

describe('ecommerce', () => {
  it('has every feature by the name that users asked for', () => {
    expect(ecommerce.features.map(({ name }) => name)).toEqual(expect.arrayContaining(namedInTheSpecification));
  });

  it('has a reason for every feature and no other', () => {
    expect(Object.keys(ecommerce.reasons).sort()).toEqual(ecommerce.features.map(({ name }) => name).sort());
  });

  it('fills in the same figures in both languages', () => {
    const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const { raises, lowers } of Object.values(ecommerce.reasons))
      for (const { es, en } of [raises, lowers]) expect(placeholders(es)).toEqual(placeholders(en));
  });

  it('aims at every planted pattern with some feature, and at nothing else', () => {
    const aimed = ecommerce.features.flatMap(({ pattern }) => pattern ?? []);
    expect([...new Set(aimed)].sort()).toEqual(Object.keys(ecommerce.patterns).sort());
  });
});

describe('generated purchases', () => {
  const options = { ...defaultPurchaseOptions, rows: 6000 };
  const purchases = generatePurchases(options);

  it('are the same for the same options', () => {
    expect(generatePurchases(options)).toEqual(purchases);
  });

  it('plant every pattern with its share, and number purchases in the order of time', () => {
    for (const [pattern, share] of Object.entries(patternShare)) {
      const planted = purchases.filter(one => one.purchase.pattern === pattern).length;
      expect(planted / purchases.length).toBeCloseTo(share, 3);
    }
    const times = purchases.map(({ purchase }) => purchase.time);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('learn of a fraud weeks later, and of some never', () => {
    const frauds = purchases.filter(({ purchase }) => purchase.isFraud);
    const days = frauds.flatMap(({ finding, purchase }) =>
      finding?.fraudulent === 1 ? [(finding.knownAt - purchase.time) / 86_400_000] : [],
    );
    expect(days.toSorted((a, b) => a - b)[Math.floor(days.length / 2)]).toBeGreaterThan(14);
    const unfound = frauds.filter(({ finding }) => finding?.fraudulent !== 1).length / frauds.length;
    expect(unfound).toBeGreaterThan(0.05);
    expect(unfound).toBeLessThan(0.35);
  });

  it('lack the outside score in whole hours, and never write 0 for it', () => {
    const missing = purchases.filter(({ outsideScore }) => outsideScore === null).length / purchases.length;
    expect(missing).toBeGreaterThan(0.1);
    expect(missing).toBeLessThan(0.3);
  });

  it('test cards more slowly as the world drifts', () => {
    const drifted = generatePurchases({ ...options, drift: 1 });
    expect(meanGap(drifted)).toBeGreaterThan(1.5 * meanGap(purchases));
  });

  it('refuse a span that is empty', () => {
    expect(() => generatePurchases({ ...options, until: options.from })).toThrow(/`until` must be after `from`/);
  });
});

/** Mean milliseconds between purchases of a card tester. */
function meanGap(purchases: readonly GeneratedPurchase[]): number {
  const tests = purchases.filter(({ purchase }) => purchase.pattern === 'card_testing');
  const gaps = [...Map.groupBy(tests, ({ purchase }) => purchase.device).values()].flatMap(own =>
    own.slice(1).map(({ purchase }, i) => purchase.time - own[i].purchase.time),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}
