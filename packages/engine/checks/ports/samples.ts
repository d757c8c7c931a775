import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Decision, ErrorCode, ModelManifest, Verdict } from '@rikuy/contracts';
import { RikuyError } from '@rikuy/contracts';
import type { NewDecision } from '../../ports/decision-log.ts';
import type { LoadCheckpoint, LogEntry } from '../../ports/event-log.ts';
import type { ModelBundle } from '../../ports/model-store.ts';

export function record(useCase: string, eventId: string, overrides: Partial<LogEntry> = {}): LogEntry {
  return {
    useCase,
    kind: 'record',
    recordType: 'shipment',
    eventId,
    eventTime: 1_000,
    knownAt: 1_000,
    values: { value: 0.1, country: 'PE' },
    hidden: null,
    entity: 'entity-1',
    peerGroup: null,
    ...overrides,
  };
}

export function label(useCase: string, eventId: string, overrides: Partial<LogEntry> = {}): LogEntry {
  return record(useCase, eventId, {
    kind: 'label',
    knownAt: 2_000,
    values: { label: 1, amount: 12.5 },
    entity: null,
    ...overrides,
  });
}

export interface DecisionOverrides {
  readonly entry?: Partial<LogEntry>;
  readonly decision?: Partial<Decision>;
  readonly caseFile?: Partial<NewDecision['caseFile']>;
}

/** A decision without a case. */
export function decisionOf(useCase: string, eventId: string, overrides: DecisionOverrides = {}): NewDecision {
  const entry = record(useCase, eventId, overrides.entry);
  const decision = {
    id: `decision-${useCase}-${eventId}`,
    useCase,
    eventId,
    eventTime: entry.eventTime,
    decidedAt: entry.knownAt,
    outcome: 'low',
    lane: 'model' as const,
    propensity: 0.1,
    score: 0.25,
    expectedValue: { amount: 10, currency: 'USD' },
    amountAtStake: { amount: 40, currency: 'USD' },
    rules: ['rule-1'],
    reasons: [],
    modelVersion: 'model-1',
    policyVersion: 'policy-1',
    vector: { weight_kg: 1e-7, country: 'PE', price: null },
    ...overrides.decision,
  };
  return { entry, decision, caseFile: null };
}

/** A decision with a case of this expected value. */
export function caseOf(
  useCase: string,
  eventId: string,
  amount: number,
  overrides: DecisionOverrides = {},
): NewDecision {
  const given = decisionOf(useCase, eventId, {
    entry: overrides.entry,
    decision: { outcome: 'high', expectedValue: { amount, currency: 'USD' }, ...overrides.decision },
  });
  const caseFile = { id: caseId(useCase, eventId), office: 'north', day: '2026-03-02', ...overrides.caseFile };
  return { ...given, caseFile };
}

export function caseId(useCase: string, eventId: string): string {
  return `case-${useCase}-${eventId}`;
}

export function verdictOf(useCase: string, eventId: string, overrides: Partial<Verdict> = {}): Verdict {
  return {
    id: `verdict-${useCase}-${eventId}`,
    caseId: caseId(useCase, eventId),
    label: 1,
    correctedValue: null,
    recovered: { amount: 8, currency: 'USD' },
    note: 'Price «doubled»',
    verifiedBy: 'officer-1',
    verifiedAt: 3_000,
    corrects: null,
    ...overrides,
  };
}

export function loadOf(useCase: string, overrides: Partial<LoadCheckpoint> = {}): LoadCheckpoint {
  return {
    loadId: `load-${useCase}`,
    useCase,
    recordType: 'shipment',
    source: 'file.csv',
    read: 2,
    accepted: 2,
    rejected: 0,
    duplicates: 0,
    converted: 0,
    rejectFile: null,
    finished: false,
    ...overrides,
  };
}

export function bundleOf(useCase: string, version: string, overrides: Partial<ModelManifest> = {}): ModelBundle {
  const bytes = Uint8Array.from([0, 255, 128, 10, 13]);
  const manifest: ModelManifest = {
    protocol: 1,
    version,
    useCase,
    name: 'boosting',
    stage: 'candidate',
    createdAt: '2026-03-02T10:00:00.000Z',
    createdBy: 'analyst-1',
    seed: 7,
    codeVersion: '0.1.0',
    nodeVersion: 'v24',
    dataset: { fromSequence: 1, toSequence: 9, events: 8, labels: 1, sha256: 'a' },
    split: {
      cut: '2026-01-01',
      delayDays: 30,
      trainRows: 6,
      trainPositives: 1,
      validationRows: 2,
      validationPositives: 1,
    },
    features: ['weight_kg'],
    featuresSha256: 'b',
    plan: { trees: 10 },
    chosen: 'boosting',
    evaluations: [],
    importance: [],
    leakage: [],
    thresholds: { high: 0.5 },
    capacityShare: 0.1,
    trainSeconds: 1.5,
    files: { 'model.bin': createHash('sha256').update(bytes).digest('hex') },
    ...overrides,
  };
  return { manifest, files: new Map([['model.bin', bytes]]) };
}

export async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  return (await Array.fromAsync(batches)).flat();
}

/** The call must be refused with this code, in words that name no value of the record. */
export async function assertRefused(call: Promise<unknown>, code: ErrorCode): Promise<void> {
  await assert.rejects(call, (error: unknown) => {
    assert.ok(error instanceof RikuyError, `expected a RikuyError, got ${String(error)}`);
    assert.equal(error.code, code);
    return true;
  });
}
