import { createMemoryStores, type LogEntry, trainModel } from '@rikuy/engine';
import { seeded, shuffle } from '@rikuy/learn';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultPaymentOptions, generatePayments } from './generator/generate-payments.ts';
import { loggedPayments } from './generator/logged-payments.ts';
import { payments } from './payments.ts';

type Manifest = Awaited<ReturnType<typeof trainModel>>;

const entries = loggedPayments(generatePayments(defaultPaymentOptions));

/** The whole way from generated payments to a judged model, as `rikuy train` goes it. */
describe('a model of generated payments', () => {
  let manifest: Manifest;
  beforeAll(async () => {
    manifest = await train(entries);
  }, 900_000);

  it('ranks settled payments well, and not so well that the world would be too easy', () => {
    const { rocAuc, averagePrecision } = evaluationOf(manifest, manifest.chosen);
    expect(rocAuc.value).toBeGreaterThan(0.85);
    expect(rocAuc.value).toBeLessThan(0.97);
    expect(averagePrecision.value).toBeLessThan(0.8);
  });

  it('finds at least three times as many of every planted pattern as chance does, at 5 % inspected', () => {
    const found = evaluationOf(manifest, manifest.chosen).patterns.map(({ pattern, recall }) => ({
      pattern,
      recall: recall.find(({ share }) => share === 0.05)!.recall.value,
    }));
    expect(found.map(({ pattern }) => pattern).sort()).toEqual(Object.keys(payments.patterns).sort());
    expect(found.filter(({ recall }) => recall < 0.15)).toEqual([]);
  });

  it('costs less than letting everything pass, and than the rules alone', () => {
    const { perEvent, ofNothing } = evaluationOf(manifest, manifest.chosen).cost!;
    expect(perEvent.high).toBeLessThan(ofNothing);
    expect(perEvent.value).toBeLessThan(evaluationOf(manifest, 'rules').cost!.perEvent.value);
  });

  it('tells odd payments from usual ones without a single label', () => {
    expect(evaluationOf(manifest, 'autoencoder').rocAuc.low).toBeGreaterThan(0.6);
  });

  it('reads something from the last payments alone', () => {
    expect(evaluationOf(manifest, 'sequence_network').rocAuc.low).toBeGreaterThan(0.7);
  });

  it('learns from nothing that the truth leaked into', () => {
    expect(manifest.leakage).toEqual([]);
  });
});

describe('the same payments with their labels shuffled', () => {
  it('teach nothing: what is left is chance', async () => {
    const { rocAuc } = evaluationOf(await train(withShuffledLabels(entries)), 'gradient_boosting');
    expect(rocAuc.value).toBeGreaterThan(0.4);
    expect(rocAuc.value).toBeLessThan(0.6);
  }, 900_000);
});

function evaluationOf({ evaluations }: Manifest, name: string) {
  return evaluations.find(({ model }) => model === name)!;
}

/** The truth of each label goes to another payment; the times at which labels became known stay. */
function withShuffledLabels(all: readonly LogEntry[]): LogEntry[] {
  const truths = all.filter(({ kind }) => kind === 'label').map(({ values }) => values);
  const order = shuffle(Int32Array.from(truths.keys()), seeded(5)).values();
  return all.map(entry => (entry.kind === 'label' ? { ...entry, values: truths[order.next().value!] } : entry));
}

async function train(log: readonly LogEntry[]): Promise<Manifest> {
  const stores = createMemoryStores();
  await stores.eventLog.append(log);
  const clock = { now: () => Date.parse('2026-02-01T05:00:00Z') };
  return trainModel(payments, stores, clock, { seed: 1, by: 'test', codeVersion: 'test' });
}
