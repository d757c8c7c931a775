import type { Decision } from '@rikuy/contracts';
import { checkParity, createMemoryStores, createScoring, type LogEntry, openUseCase, trainModel } from '@rikuy/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultPaymentOptions, generatePayments } from './generator/generate-payments.ts';
import { loggedPayments } from './generator/logged-payments.ts';
import { payments } from './payments.ts';

const cut = Date.parse('2026-01-02T05:00:00Z');

/** A month that streams in after two years of history, in the order of arrival, every twentieth payment told twice. */
describe('payments as they stream by', () => {
  const stores = createMemoryStores();
  const decisions: Decision[] = [];
  let repeats = 0;
  let arriving: LogEntry[];

  beforeAll(async () => {
    const entries = loggedPayments(generatePayments({ ...defaultPaymentOptions, rows: 8000 }));
    await stores.eventLog.append(entries.filter(({ knownAt }) => knownAt < cut));
    let now = cut;
    const clock = { now: () => now };
    const { version } = await trainModel(payments, stores, clock, { seed: 1, by: 'test', codeVersion: 'test' });
    await stores.modelStore.promote(payments.id, version);
    const live = await openUseCase(payments, stores, clock);
    const { score } = createScoring(live, stores);
    arriving = entries.filter(({ kind, knownAt }) => kind === 'record' && knownAt >= cut);
    for (const [i, { values, knownAt }] of arriving.entries()) {
      now = knownAt;
      const { decision } = await score({ values });
      decisions.push(decision);
      if (i % 20 === 0 && (await score({ values })).repeated) repeats++;
    }
  }, 300_000);

  it('get each one decision, however often they are told', () => {
    expect(new Set(decisions.map(({ id }) => id)).size).toBe(arriving.length);
    expect(repeats).toBe(Math.ceil(arriving.length / 20));
  });

  it('get live the vectors that replay rebuilds, bit for bit, late arrivals included', async () => {
    expect(arriving.some(({ eventTime, knownAt }) => knownAt - eventTime > 3_600_000)).toBe(true);
    const report = await checkParity(payments, stores.eventLog, stores.decisionLog);
    expect(report).toMatchObject({ decisions: arriving.length, differences: 0, examples: [] });
    expect(report.values).toBe(arriving.length * payments.features.length);
  });

  it('wait or alert seldom enough for people to look, and always with reasons in both languages', () => {
    const worked = decisions.filter(({ outcome }) => outcome !== 'pass');
    expect(worked.length).toBeGreaterThan(0);
    expect(worked.length / decisions.length).toBeLessThan(0.15);
    for (const { reasons } of worked) {
      expect(reasons.length).toBeGreaterThan(0);
      for (const { text } of reasons) expect([text.es, text.en]).not.toContain('');
    }
  });
});
