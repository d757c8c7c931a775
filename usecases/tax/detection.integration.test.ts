import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStores, reproduceModel, trainModel } from '@rikuy/engine';
import { generateReturns, defaultReturnOptions } from './generator/generate-returns.ts';
import { shuffledFindings } from './generator/shuffled-findings.ts';
import { historyOf } from './generator/history-of.ts';
import { tax } from './tax.ts';

type Manifest = Awaited<ReturnType<typeof trainModel>>;

/** The whole way from generated returns to a judged model, as `rikuy train` goes it. */
describe('a model of generated returns', { timeout: 600_000 }, () => {
  const stores = createMemoryStores();
  let manifest: Manifest;
  beforeAll(async () => {
    await stores.eventLog.append(historyOf(generateReturns(defaultReturnOptions)));
    manifest = await trainModel(tax, stores, clock, options);
  }, 600_000);

  it('ranks audited returns well, and not so well that the world would be too easy', () => {
    const { rocAuc } = evaluationOf(manifest, manifest.chosen);
    expect(rocAuc.value).toBeGreaterThan(0.85);
    expect(rocAuc.value).toBeLessThan(0.99);
  });

  it('finds at least three times as many of every planted pattern as chance does, at 5 % inspected', () => {
    const found = evaluationOf(manifest, manifest.chosen).patterns.map(({ pattern, recall }) => ({
      pattern,
      recall: recall.find(({ share }) => share === 0.05)!.recall.value,
    }));
    expect(found.map(({ pattern }) => pattern).sort()).toEqual(Object.keys(tax.patterns).sort());
    expect(found.filter(({ recall }) => recall < 0.15)).toEqual([]);
  });

  it('learns from nothing that the truth leaked into', () => {
    expect(manifest.leakage).toEqual([]);
  });

  it('ranks better with boosting than the rules do alone', () => {
    const rules = evaluationOf(manifest, 'rules').rocAuc.value;
    expect(evaluationOf(manifest, manifest.chosen).rocAuc.low).toBeGreaterThan(rules);
  });

  it('comes out the same, bit for bit, when it is made again', async () => {
    const { identical } = await reproduceModel(tax, stores, manifest.version);
    expect(identical).toBe(true);
  });
});

describe('a model of returns with shuffled findings', { timeout: 600_000 }, () => {
  it('ranks no better than chance', async () => {
    const stores = createMemoryStores();
    const country = generateReturns({ ...defaultReturnOptions, rows: 12_000 });
    await stores.eventLog.append(historyOf({ ...country, returns: shuffledFindings(country.returns, 5) }));
    const manifest = await trainModel(tax, stores, clock, options);
    const { rocAuc } = evaluationOf(manifest, manifest.chosen);
    expect(rocAuc.low).toBeLessThan(0.55);
    expect(rocAuc.value).toBeLessThan(0.6);
  });
});

const clock = { now: () => Date.parse('2026-02-01T05:00:00Z') };
const options = { seed: 1, by: 'test', codeVersion: 'test' };

function evaluationOf({ evaluations }: Manifest, name: string) {
  return evaluations.find(({ model }) => model === name)!;
}
