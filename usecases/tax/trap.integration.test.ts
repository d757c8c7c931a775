import { createFeatureEngine, createMemoryStores, type EngineEntry, replayDataset } from '@rikuy/engine';
import { leakageCheck, type LeakageFinding, takeRows } from '@rikuy/learn';
import { beforeAll, describe, expect, it } from 'vitest';
import { limaDay } from './generator/calendar.ts';
import { type GeneratedCountry, generateReturns } from './generator/generate-returns.ts';
import { historyOf } from './generator/history-of.ts';
import { naiveJoin } from './generator/naive-join.ts';
import { completeRuc } from './records/ruc.ts';
import { tax } from './tax.ts';

/** Two ways to bring penalties to a return: by its case, which leaks, and by its taxpayer as known when filing. */
describe('penalties joined to returns', () => {
  let country: GeneratedCountry;
  beforeAll(() => {
    country = generateReturns({ seed: 3, rows: 8000, from: '2024-02-01', until: '2026-02-01' });
  });

  it('by the case are caught: they are there only where evasion was found', () => {
    const { X, y } = naiveJoin(country);
    expect(suspects(leakageCheck(X, y))).toEqual(['enforcement_type', 'penalty_amount']);
  });

  it('by the taxpayer as known when filing pass, with every other feature of the use case', async () => {
    const { eventLog } = createMemoryStores();
    await eventLog.append(historyOf(country));
    const { X, labels } = await replayDataset(tax, eventLog);
    const audited = Int32Array.from(labels.keys()).filter(row => !Number.isNaN(labels[row]));
    const y = Float64Array.from(audited, row => labels[row]);
    expect(y.reduce((sum, label) => sum + label, 0)).toBeGreaterThan(50);
    expect(leakageCheck(takeRows(X, audited), y)).toEqual([]);
  });
});

describe('the features of enforcement', () => {
  it('do not move by what comes on the day of filing or after it, and do by what came before', () => {
    expect(pastActionsAfter([action('2025-11-14'), action('2025-12-20')])).toBe(0);
    expect(pastActionsAfter([action('2025-11-13'), action('2025-12-20')])).toBe(1);
  });

  it('do not see an action of before that became known only afterwards', () => {
    const late = { ...action('2025-11-02'), knownAt: limaDay('2025-11-30') };
    expect(pastActionsAfter([late])).toBe(0);
  });
});

const taxpayer = completeRuc('2095700001');

/** What a return of 14 November 2025 counts, when the log holds these actions in the order of becoming known. */
function pastActionsAfter(actions: readonly EngineEntry[]) {
  const engine = createFeatureEngine(tax);
  const filedAt = limaDay('2025-11-14');
  const values = { ...tax.examples[0].record, taxpayer_ruc: taxpayer, filing_date: filedAt };
  for (const entry of actions.filter(({ knownAt }) => knownAt <= filedAt)) engine.take(entry);
  return engine.toVector(engine.preview({ values, eventTime: filedAt })).past_actions;
}

function action(day: string): EngineEntry {
  const time = limaDay(day);
  return {
    kind: 'record',
    recordType: 'enforcement_action',
    eventId: `enforcement_action:${day}`,
    eventTime: time,
    knownAt: time,
    values: {
      action_number: day,
      taxpayer_ruc: taxpayer,
      enforcement_type: 'fine',
      penalty_amount: 1000,
      action_date: time,
      declaration_number: null,
    },
  };
}

function suspects(findings: readonly LeakageFinding[]): string[] {
  return [...new Set(findings.flatMap(found => ('column' in found ? [found.column] : [])))].sort();
}
