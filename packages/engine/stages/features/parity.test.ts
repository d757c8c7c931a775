import type { Decision, FeatureVector } from '@rikuy/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../ports/event-log.ts';
import { createMemoryStores } from '../../ports/memory/memory-stores.ts';
import type { Stores } from '../../ports/stores.ts';
import { createFeatureEngine, type EngineEntry, type FeatureEngine } from './feature-engine.ts';
import { historyFeatures, order, orders, verdict } from './fixtures/orders.ts';
import { checkParity } from './parity.ts';

const useCase = orders(historyFeatures);
const featureCount = useCase.features.length;

let stores: Stores;
let live: FeatureEngine;

beforeEach(() => {
  stores = createMemoryStores();
  live = createFeatureEngine(useCase);
});

describe('the parity check', () => {
  it('finds no difference when decisions logged what the engine gave', async () => {
    await serve();
    expect(await parity()).toEqual({
      useCase: 'orders',
      decisions: 3,
      values: 3 * featureCount,
      differences: 0,
      examples: [],
    });
  });

  it('finds a value that is off by the last bit', async () => {
    await serve(vector => ({ ...vector, user_mean: nextUp(vector.user_mean) }));
    expect(await parity()).toMatchObject({
      differences: 1,
      examples: [{ decisionId: 'decision-3', feature: 'user_mean', logged: nextUp(10), rebuilt: 10 }],
    });
  });

  it('finds a decision that missed a label known by then', async () => {
    await serve(undefined, { forgetsLabels: true });
    const { differences, examples } = await parity();
    expect(differences).toBeGreaterThan(0);
    expect(examples.map(({ feature }) => feature)).toContain('user_frauds');
  });

  it('counts features that only one side has', async () => {
    await serve(vector => {
      const { user_count: count, ...rest } = vector;
      return { ...rest, count };
    });
    expect(await parity()).toMatchObject({ differences: 2 });
  });

  it('counts every value of a decision whose event is not in the log', async () => {
    await serve();
    const lost = {
      read: () => stores.eventLog.read({ useCase: useCase.id, toSequence: 3 }),
      extent: (id: string) => stores.eventLog.extent(id),
    };
    expect(await checkParity(useCase, lost, stores.decisionLog)).toMatchObject({
      decisions: 3,
      differences: featureCount,
    });
  });
});

const parity = () => checkParity(useCase, stores.eventLog, stores.decisionLog);

/** Serves three orders and a label, logging what the engine gives, changed for once by `log`. */
async function serve(
  log: (vector: FeatureVector) => FeatureVector = vector => vector,
  { forgetsLabels = false }: { forgetsLabels?: boolean } = {},
): Promise<void> {
  const bought = order('1', 1, { user: 'ana', shop: 'north', code: 'a1', amount: 10 });
  await decide(bought, vector => vector);
  await decide(order('2', 2, { user: 'ben', shop: 'north', code: 'a1', amount: 5 }), vector => vector);
  const found = verdict(bought, 1, 3);
  await stores.eventLog.append([logged(found)]);
  if (!forgetsLabels) live.learnLabel(found);
  await decide(order('3', 4, { user: 'ana', shop: 'north', code: 'a1', amount: 20 }), log);
}

async function decide(entry: EngineEntry, log: (vector: FeatureVector) => FeatureVector): Promise<void> {
  const vector = log(live.toVector(live.observe(entry)));
  await stores.decisionLog.append({ entry: logged(entry), decision: decisionOf(entry, vector), caseFile: null });
}

function decisionOf({ eventId, eventTime, knownAt }: EngineEntry, vector: FeatureVector): Omit<Decision, 'sequence'> {
  return {
    id: `decision-${eventId}`,
    useCase: useCase.id,
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

function logged(entry: EngineEntry): LogEntry {
  return { ...entry, useCase: useCase.id, hidden: null, entity: null, peerGroup: null };
}

function nextUp(value: unknown): number {
  return Number(value) * (1 + Number.EPSILON);
}
