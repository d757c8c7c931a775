import {
  checkParity,
  createMemoryStores,
  createScoring,
  type LogEntry,
  openUseCase,
  recordEvents,
  trainModel,
} from '@rikuy/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateReturns } from './generator/generate-returns.ts';
import { historyOf } from './generator/history-of.ts';
import { tax } from './tax.ts';

const cut = Date.parse('2026-01-02T05:00:00Z');

/** A month of all four sources that comes in after two years of history. */
describe('returns, imports, actions and indicators as they come', () => {
  const stores = createMemoryStores();
  let arriving: LogEntry[];

  beforeAll(async () => {
    const entries = historyOf(generateReturns({ seed: 2, rows: 6000, from: '2024-02-01', until: '2026-02-01' }));
    await stores.eventLog.append(entries.filter(({ knownAt }) => knownAt < cut));
    arriving = entries.filter(({ kind, knownAt }) => kind === 'record' && knownAt >= cut);
    let now = cut;
    const clock = { now: () => now };
    const { version } = await trainModel(quickly, stores, clock, { seed: 1, by: 'test', codeVersion: 'test' });
    await stores.modelStore.promote(tax.id, version);
    const live = await openUseCase(quickly, stores, clock);
    const { score } = createScoring(live, stores);
    for (const { recordType, values, knownAt } of arriving) {
      now = knownAt;
      if (recordType === tax.decides) await score({ values });
      else await recordEvents(live, stores, { recordType, records: [values] });
    }
  }, 300_000);

  it('give live the vectors that replay rebuilds, bit for bit', async () => {
    expect(new Set(arriving.map(({ recordType }) => recordType))).toEqual(new Set(Object.keys(tax.records)));
    const decided = arriving.filter(({ recordType }) => recordType === tax.decides).length;
    const report = await checkParity(tax, stores.eventLog, stores.decisionLog);
    expect(report).toMatchObject({ decisions: decided, differences: 0, examples: [] });
    expect(report.values).toBe(decided * tax.features.length);
  });

  it('send few to people, with reasons in both languages', async () => {
    const worked = [];
    for await (const batch of stores.decisionLog.read({ useCase: tax.id }))
      worked.push(...batch.filter(({ outcome }) => outcome !== 'no_action'));
    expect(worked.length).toBeGreaterThan(0);
    for (const { reasons } of worked) {
      expect(reasons.length).toBeGreaterThan(0);
      for (const { text } of reasons) expect([text.es, text.en]).not.toContain('');
    }
  });
});

/** The first candidate alone, without its search: parity does not depend on how well the model was chosen. */
const [{ search: _, ...first }] = tax.training.candidates;
const quickly = { ...tax, training: { ...tax.training, candidates: [first], baselines: [] } };
