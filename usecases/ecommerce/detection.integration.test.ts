import {
  createMemoryStores,
  createScoring,
  labelEntry,
  openUseCase,
  previewEvent,
  recordEntry,
  reproduceModel,
  trainModel,
} from '@rikuy/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { ecommerce } from './ecommerce.ts';
import { defaultPurchaseOptions, generatePurchases } from './generator/generate-purchases.ts';
import { behaviourOf, transactionOf } from './generator/purchase-records.ts';

type Manifest = Awaited<ReturnType<typeof trainModel>>;

/** The whole way from generated purchases to a judged model, as `rikuy train` goes it. */
describe('a model of generated purchases', { timeout: 900_000 }, () => {
  const stores = createMemoryStores();
  let manifest: Manifest;
  beforeAll(async () => {
    await stores.eventLog.append(history());
    manifest = await trainModel(ecommerce, stores, clock, { seed: 1, by: 'test', codeVersion: 'test' });
    await stores.modelStore.promote('ecommerce', manifest.version);
  }, 900_000);

  it('ranks settled purchases well, and not so well that the world would be too easy', () => {
    const { rocAuc, averagePrecision } = evaluationOf(manifest, manifest.chosen);
    expect(rocAuc.value).toBeGreaterThan(0.85);
    expect(averagePrecision.value).toBeLessThan(0.95);
  });

  it('finds at least three times as many of every planted pattern as chance does, at 5 % inspected', () => {
    const found = evaluationOf(manifest, manifest.chosen).patterns.map(({ pattern, recall }) => ({
      pattern,
      recall: recall.find(({ share }) => share === 0.05)!.recall.value,
    }));
    expect(found.map(({ pattern }) => pattern).sort()).toEqual(Object.keys(ecommerce.patterns).sort());
    expect(found.filter(({ recall }) => recall < 0.15)).toEqual([]);
  });

  it('costs less than letting everything pass, and than the rules alone', () => {
    const { perEvent, ofNothing } = evaluationOf(manifest, manifest.chosen).cost!;
    expect(perEvent.high).toBeLessThan(ofNothing);
    expect(perEvent.value).toBeLessThan(evaluationOf(manifest, 'rules').cost!.perEvent.value);
  });

  it('learns from nothing that the truth leaked into', () => {
    expect(manifest.leakage).toEqual([]);
  });

  it('decides by cost, with reasons at once for what is not approved, and lists that beat the model', async () => {
    const live = await openUseCase(ecommerce, stores, clock);
    const decided = [];
    for (const { record } of ecommerce.examples)
      decided.push(await createScoring(live, stores).score({ values: record }));
    const [usual, , , denied] = decided.map(({ decision }) => decision);
    expect(usual.assessment).toMatchObject({ kind: 'thresholds', expectedCost: { currency: 'USD' } });
    expect(denied).toMatchObject({ outcome: 'block', lane: 'rule', propensity: 1, rules: ['denied_devices'] });
    expect(denied.reasons[0].text.en).toContain('tested cards in January 2024');
    const unexplained = decided.filter(
      ({ decision }) => decision.outcome !== 'approve' && decision.reasons.length === 0,
    );
    expect(unexplained).toEqual([]);
  });

  it('explains every example, and says what the parts add up to', async () => {
    const live = await openUseCase(ecommerce, stores, clock);
    for (const { record } of ecommerce.examples) {
      const { explanation } = previewEvent(live, { ...record, transaction_id: 'T-LOOK' });
      const sum = explanation.parts.reduce((total, part) => total + part.contribution, explanation.base);
      expect(sum).toBeCloseTo(explanation.total, 9);
      expect(['score', 'member']).toContain(explanation.explains?.kind);
    }
  });

  it('comes out the same, bit for bit, when it is made again', async () => {
    const { identical } = await reproduceModel(ecommerce, stores, manifest.version);
    expect(identical).toBe(true);
  });
});

const clock = { now: () => Date.parse('2026-02-01T05:00:00Z') };

function evaluationOf({ evaluations }: Manifest, name: string) {
  return evaluations.find(({ model }) => model === name)!;
}

function history() {
  const entries = generatePurchases(defaultPurchaseOptions).flatMap(generated => {
    const { purchase, finding } = generated;
    const entry = recordEntry(ecommerce, transactionOf(generated), { knownAt: purchase.time });
    const seen = { ...entry, hidden: { planted_pattern: purchase.pattern } };
    const visit = behaviourOf(generated);
    const visited = visit
      ? [recordEntry(ecommerce, visit, { recordType: 'behaviour', knownAt: Number(visit.observed_at) })]
      : [];
    if (!finding) return [...visited, seen];
    const { fraudulent: label, knownAt } = finding;
    return [...visited, seen, labelEntry(entry, { label, amount: label * (purchase.amount / 3.6) }, knownAt)];
  });
  return entries.toSorted((a, b) => a.knownAt - b.knownAt);
}
