import { createMemoryStores, labelEntry, recordEntry, trainModel } from '@rikuy/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { customs } from './customs.ts';
import { defaultGeneratorOptions, generateDeclarations } from './generator/generate-declarations.ts';

type Manifest = Awaited<ReturnType<typeof trainModel>>;

/** The whole way from generated declarations to a judged model, as `rikuy train` goes it. */
describe('a model of generated declarations', () => {
  let manifest: Manifest;
  beforeAll(async () => {
    manifest = await train();
  });

  it('ranks verified items well, and not so well that the world would be too easy', () => {
    const { rocAuc } = chosen(manifest);
    expect(rocAuc.value).toBeGreaterThan(0.85);
    expect(rocAuc.value).toBeLessThan(0.95);
  });

  it('finds at least three times as many of every planted pattern as chance does, at 5 % inspected', () => {
    const found = chosen(manifest).patterns.map(({ pattern, recall }) => ({
      pattern,
      recall: recall.find(({ share }) => share === 0.05)!.recall.value,
    }));
    expect(found.map(({ pattern }) => pattern).sort()).toEqual(Object.keys(customs.patterns).sort());
    expect(found.filter(({ recall }) => recall < 0.15)).toEqual([]);
  });

  it('learns from nothing that the truth leaked into', () => {
    expect(manifest.leakage).toEqual([]);
  });
});

function chosen({ evaluations, chosen: name }: Manifest) {
  return evaluations.find(({ model }) => model === name)!;
}

async function train(): Promise<Manifest> {
  const stores = createMemoryStores();
  const entries = generateDeclarations(defaultGeneratorOptions).flatMap(({ record, finding, truth }) => {
    const entry = recordEntry(customs, record, { knownAt: record.import_date });
    const hidden = { planted_pattern: truth.pattern };
    if (!finding) return [{ ...entry, hidden }];
    const { underreported: label, additionalDuty: amount, verificationDate } = finding;
    return [{ ...entry, hidden }, labelEntry(entry, { label, amount }, verificationDate)];
  });
  await stores.eventLog.append(entries.toSorted((a, b) => a.knownAt - b.knownAt));
  const clock = { now: () => Date.parse('2026-02-01T05:00:00Z') };
  return trainModel(customs, stores, clock, { seed: 1, by: 'test', codeVersion: 'test' });
}
