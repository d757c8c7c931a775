import type { Decision, FeatureVector } from '@rikuy/contracts';
import {
  checkParity,
  createFeatureEngine,
  createMemoryFeatureSnapshots,
  createMemoryStores,
  defineUseCase,
  type FeatureEngine,
  type LogEntry,
  restoreFeatures,
  saveFeatures,
  type Stores,
} from '@rikuy/engine';
import { describe, expect, it } from 'vitest';
import { stream, streamCase } from './stream-case.ts';

const seeds = Array.from({ length: 25 }, (_, i) => i + 1);
const payments = 220;

describe('a stream with late, repeated, corrected and disordered events and labels', () => {
  it.each(seeds)('gives the same bits live, across a kill and restart, as in replay: seed %i', async seed => {
    const stores = createMemoryStores();
    const snapshots = createMemoryFeatureSnapshots();
    const entries = stream(seed, payments);
    const third = Math.floor(entries.length / 3);

    const first = createFeatureEngine(streamCase);
    for (const entry of entries.slice(0, third)) await serve(entry, first, stores);
    const { lastSequence } = await stores.eventLog.extent(streamCase.id);
    const position = { knownAt: entries[third - 1].knownAt, sequence: lastSequence };
    await saveFeatures(streamCase, { engine: first, position }, snapshots);
    for (const entry of entries.slice(third, 2 * third)) await serve(entry, first, stores);
    // The process dies here: what it held in memory is lost.
    const { engine, read } = await restoreFeatures(streamCase, stores.eventLog, { snapshots });
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(third + 1);
    for (const entry of entries.slice(2 * third)) await serve(entry, engine, stores);

    const report = await checkParity(streamCase, stores.eventLog, stores.decisionLog);
    expect(report).toEqual({
      useCase: streamCase.id,
      decisions: payments,
      values: payments * streamCase.features.length,
      differences: 0,
      examples: [],
    });
  });
});

describe('a feature that looks into the future', () => {
  it('is refused at definition where its declaration shows it', () => {
    const { features } = streamCase;
    const peeking = { ...features[0], name: 'peeking', value: { op: 'record', field: 'is_fraud' } };
    expect(() => defineUseCase({ ...unfrozen(), features: [...features, peeking] })).toThrow(
      "feature `peeking`: `record('is_fraud')` reads a column of the label, which is known only later.",
    );
  });

  it('is caught by the parity check where it comes from what serves: labels taken before they are known', async () => {
    const stores = createMemoryStores();
    const entries = stream(7, payments);
    const engine = createFeatureEngine(streamCase);
    for (const entry of entries) {
      if (entry.kind === 'label') await stores.eventLog.append([entry]);
      else await serve(entry, engine, stores);
      for (const label of entries)
        if (label.kind === 'label' && label.eventId === entry.eventId) engine.learnLabel(label);
    }
    const { differences, examples } = await checkParity(streamCase, stores.eventLog, stores.decisionLog);
    expect(differences).toBeGreaterThan(0);
    const readsLabels = ['group_rate', 'card_frauds', 'terminal_damage'];
    expect(examples.every(({ feature }) => readsLabels.includes(feature))).toBe(true);
  });
});

/** As scoring does: the vector first, the event for those after it, and both in one write. */
async function serve(entry: LogEntry, engine: FeatureEngine, { eventLog, decisionLog }: Stores): Promise<void> {
  if (entry.kind === 'label') {
    await eventLog.append([entry]);
    engine.learnLabel(entry);
  } else if (!engine.hasTaken(entry.eventId)) {
    const vector = engine.toVector(engine.observe(entry));
    await decisionLog.append({ entry, decision: decisionOf(entry, vector), caseFile: null });
  }
}

function decisionOf({ eventId, eventTime, knownAt }: LogEntry, vector: FeatureVector): Omit<Decision, 'sequence'> {
  return {
    id: `decision-${eventId}`,
    useCase: streamCase.id,
    eventId,
    eventTime,
    decidedAt: knownAt,
    outcome: 'pass',
    lane: 'model',
    propensity: 1,
    score: 0.1,
    expectedValue: { amount: 1, currency: 'USD' },
    amountAtStake: { amount: 10, currency: 'USD' },
    rules: [],
    reasons: [],
    modelVersion: '1',
    policyVersion: '1',
    vector,
  };
}

/** A use case is plain data: what JSON gives back can be defined again. */
function unfrozen() {
  return JSON.parse(JSON.stringify(streamCase)) as typeof streamCase;
}
