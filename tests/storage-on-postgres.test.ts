import { checkPorts, type Stores } from '@rikuy/engine';
import { openStores } from '@rikuy/postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingPostgres, startPostgres, type TestPostgres } from './support/postgres.ts';

const missing = missingPostgres();
if (missing) console.warn(`Skipping the stores on a real PostgreSQL: ${missing}.`);

describe.skipIf(missing !== null)('stores in a PostgreSQL server', () => {
  let server: TestPostgres;
  let url: string;
  let stores: Stores;

  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
    stores = await openStores({ url });
  });

  afterAll(async () => {
    await stores?.close();
    await server?.stop();
  });

  // oxlint-disable-next-line vitest/expect-expect -- the checks assert
  it.each(checkPorts(() => stores))('$name', ({ run }) => run());

  it('brings one schema into being when several processes start at once', async () => {
    const fresh = await server.createDatabase();
    const opened = await Promise.all([1, 2, 3].map(() => openStores({ url: fresh })));
    const extents = await Promise.all(opened.map(each => each.eventLog.extent('any')));
    expect(extents.map(({ events }) => events)).toEqual([0, 0, 0]);
    await Promise.all(opened.map(each => each.close()));
  });

  it('writes one of the decisions that several processes take of each event', async () => {
    const servers = await Promise.all([1, 2, 3].map(() => openStores({ url })));
    const decide = (each: Stores, name: number, event: number) => each.decisionLog.append(decisionOf(name, event));
    const events = Array.from({ length: 200 }, (_, event) => event);
    const outcomes = await Promise.all(servers.flatMap((each, name) => events.map(event => decide(each, name, event))));
    await Promise.all(servers.map(each => each.close()));
    const written = outcomes.filter(({ kind }) => kind === 'written').map(({ decision }) => decision);
    expect(new Set(written.map(({ eventId }) => eventId)).size).toBe(200);
    expect(written).toHaveLength(200);
    expect(new Set(written.map(({ sequence }) => sequence)).size).toBe(200);
    expect(await stores.eventLog.extent('race')).toMatchObject({ events: 200 });
    expect(await stores.decisionLog.counts('race')).toEqual({ low: 200 });
  });
});

function decisionOf(server: number, event: number) {
  const eventId = `event-${event}`;
  return {
    entry: {
      useCase: 'race',
      kind: 'record' as const,
      recordType: 'payment',
      eventId,
      eventTime: event,
      knownAt: event,
      values: { amount: event },
      hidden: null,
      entity: null,
      peerGroup: null,
    },
    decision: {
      id: `decision-${server}-${event}`,
      useCase: 'race',
      eventId,
      eventTime: event,
      decidedAt: event,
      outcome: 'low',
      lane: 'model' as const,
      propensity: 1,
      score: 0.5,
      expectedValue: { amount: 1, currency: 'USD' },
      amountAtStake: { amount: 2, currency: 'USD' },
      rules: [],
      reasons: [],
      modelVersion: 'm',
      policyVersion: 'p',
      vector: { amount: event },
    },
    caseFile: null,
  };
}
