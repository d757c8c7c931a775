import { randomUUIDv7 } from 'node:crypto';
import {
  type Decision,
  type DecisionDetail,
  type Explanation,
  type FeatureVector,
  type OutcomeDeclaration,
  RikuyError,
  type RecordValues,
  type ScoreAnswer,
} from '@rikuy/contracts';
import type { DecisionLog, NewCase, NewDecision } from '../ports/decision-log.ts';
import type { EventLog, LogEntry } from '../ports/event-log.ts';
import { storableJson } from '../ports/storable.ts';
import { applyPolicy } from '../stages/decisions/apply-policy.ts';
import { explainDecision, strongestReasons } from '../stages/decisions/explain-decision.ts';
import { summarise } from '../stages/decisions/summarise.ts';
import type { RegisteredModel } from '../stages/registry/bundle.ts';
import { explainVector, scoreVector } from '../stages/scoring/score-vector.ts';
import { recordEntry } from '../use-case/log-entries.ts';
import type { UseCase } from '../use-case/use-case.ts';
import type { LiveUseCase } from './live-use-case.ts';

export interface ScoreEventStores {
  readonly decisionLog: DecisionLog;
  readonly eventLog: EventLog;
}

/** A validated event to decide. */
export interface EventToScore {
  readonly values: RecordValues;
  /** Absent means: from the record's identity. */
  readonly eventId?: string;
  /** Truths that only a generator knows. */
  readonly hidden?: RecordValues | null;
}

/**
 * Decides events of one use case, each exactly once: features, model, policy, reasons, and a durable decision before
 * the answer. Up to the write nothing waits, so the state sees events in the order of the log.
 */
export function createScoring(live: LiveUseCase, stores: ScoreEventStores) {
  const underWay = new Map<string, Promise<Decision>>();

  const score = async (
    event: EventToScore,
  ): Promise<{ decision: Decision; repeated: boolean; timings: Record<string, number> }> => {
    const entry = {
      ...recordEntry(live.useCase, event.values, { eventId: event.eventId, knownAt: 0 }),
      hidden: event.hidden ?? null,
    };
    const before = underWay.get(entry.eventId);
    if (before || live.isKnown(entry.eventId)) {
      return { decision: await repeat(entry, before), repeated: true, timings: {} };
    }
    // What no store can hold is refused before the state has seen it.
    storableJson(entry);
    const timings: Record<string, number> = {};
    const written = decideNow(entry, timings);
    underWay.set(entry.eventId, written);
    const started = performance.now();
    try {
      const decision = await written;
      timings.durable = performance.now() - started;
      return { decision, repeated: false, timings };
    } finally {
      underWay.delete(entry.eventId);
    }
  };

  /** Runs without a pause from the state's change to the call of `append`. */
  const decideNow = (unstamped: LogEntry, timings: Record<string, number>): Promise<Decision> => {
    const model = live.model();
    const features = live.features();
    const entry = { ...unstamped, knownAt: live.knownClock.forEvent() };
    const started = performance.now();
    const vector = features.toVector(features.observe(entry));
    timings.features = performance.now() - started;
    const decision = decisionOf(live, model, { entry, vector, timings });
    return write({ entry, decision, caseFile: caseOf(live, decision, entry) });
  };

  const write = async (decision: NewDecision): Promise<Decision> => {
    try {
      return (await stores.decisionLog.append(decision)).decision;
    } catch (cause) {
      live.distrustState();
      throw cause;
    }
  };

  const repeat = async (entry: LogEntry, before: Promise<Decision> | undefined): Promise<Decision> => {
    const decided = (await before) ?? (await stores.decisionLog.findByEvent(live.useCase.id, entry.eventId));
    if (!decided) {
      throw new RikuyError(
        'event-conflict',
        'This event is in the history that was loaded, so it is not decided again; give a new event its own id.',
      );
    }
    const stored = await stores.eventLog.find(live.useCase.id, entry.eventId);
    if (stored && !sameValues(stored.values, entry.values)) {
      throw new RikuyError(
        'event-conflict',
        'This event id was decided with other content; give the corrected event an id of its own.',
      );
    }
    return decided;
  };

  return { score: (event: EventToScore) => live.gate.pass(() => score(event)) };
}

/** What the decision would be now; nothing is written and no state changes. */
export function previewEvent(live: LiveUseCase, values: RecordValues): DecisionDetail {
  const model = live.model();
  const entry = recordEntry(live.useCase, values, { knownAt: live.knownClock.now() });
  const features = live.features();
  const vector = features.toVector(features.preview(entry));
  const decision = { ...decisionOf(live, model, { entry, vector, timings: {} }), sequence: 0 };
  return { ...detailOf(live, model, decision, values), caseId: null };
}

/** A decision with its record, its exact explanation by the model that made it, and its one sentence. */
export async function decisionDetail(
  live: LiveUseCase,
  decision: Decision,
  { values, caseId }: { readonly values: RecordValues; readonly caseId: string | null },
): Promise<DecisionDetail> {
  return { ...detailOf(live, await live.modelOf(decision.modelVersion), decision, values), caseId };
}

function detailOf(
  { useCase, rules }: LiveUseCase,
  model: RegisteredModel,
  decision: Decision,
  values: RecordValues,
): Omit<DecisionDetail, 'caseId'> {
  const { vector, eventTime } = decision;
  const explanation = explained(useCase, model, vector);
  const fired = rules({ record: values, eventTime, vector }).filter(({ id }) => decision.rules.includes(id));
  const reasons = decision.reasons.length > 0 ? decision.reasons : strongestReasons(explanation, fired);
  return {
    decision: { ...decision, reasons },
    record: values,
    explanation,
    summary: summarise(useCase, decision, reasons),
  };
}

function explained(useCase: UseCase, model: RegisteredModel, vector: FeatureVector): Explanation {
  return explainDecision(useCase, { ...explainVector(model, vector), vector, usual: model.usual });
}

/** The answer to whoever asked for a decision. */
export function answerOf(decision: Decision, repeated: boolean, timings?: Record<string, number>): ScoreAnswer {
  const {
    id,
    eventId,
    outcome,
    lane,
    score,
    expectedValue,
    amountAtStake,
    reasons,
    rules,
    assessment,
    modelVersion,
    policyVersion,
    decidedAt,
  } = decision;
  return {
    id,
    eventId,
    outcome,
    lane,
    score,
    expectedValue,
    amountAtStake,
    reasons,
    rules,
    assessment,
    modelVersion,
    policyVersion,
    decidedAt,
    repeated,
    timings,
  };
}

type Undecided = Omit<Decision, 'sequence'>;

interface Observed {
  readonly entry: LogEntry;
  readonly vector: FeatureVector;
  readonly timings: Record<string, number>;
}

function decisionOf(
  { useCase, rules }: LiveUseCase,
  model: RegisteredModel,
  { entry, vector, timings }: Observed,
): Undecided {
  const time = stopwatch(timings);
  const scored = time('model', () => scoreVector(model, vector));
  const firedRules = rules({ record: entry.values, eventTime: entry.eventTime, vector });
  const { currency } = useCase.label;
  const result = applyPolicy(useCase.policy, {
    useCase: useCase.id,
    eventId: entry.eventId,
    office: String(entry.values[useCase.officeField] ?? ''),
    ...scored,
    currency,
    firedRules,
    thresholds: model.manifest.thresholds,
  });
  const { worked, explained: isExplained = worked } = outcomeOf(useCase, result.outcome);
  const reasons = time('reasons', () =>
    isExplained ? strongestReasons(explained(useCase, model, vector), firedRules) : [],
  );
  return {
    id: randomUUIDv7(),
    useCase: useCase.id,
    eventId: entry.eventId,
    eventTime: entry.eventTime,
    decidedAt: entry.knownAt,
    ...result,
    score: scored.score,
    expectedValue: { amount: scored.expectedValue, currency },
    amountAtStake: { amount: scored.amountAtStake, currency },
    reasons,
    modelVersion: model.manifest.version,
    policyVersion: useCase.policy.version,
    vector,
  };
}

function caseOf({ useCase }: LiveUseCase, decision: Undecided, entry: LogEntry): NewCase | null {
  if (!outcomeOf(useCase, decision.outcome).worked) return null;
  return {
    id: randomUUIDv7(),
    office: String(entry.values[useCase.officeField] ?? ''),
    day: dayOf(decision.decidedAt),
  };
}

function outcomeOf({ policy }: UseCase, outcome: string): OutcomeDeclaration {
  return policy.outcomes.find(({ code }) => code === outcome)!;
}

const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Lima' });

/** `2026-12-31` in Lima. */
export function dayOf(time: number): string {
  return days.format(time);
}

function stopwatch(timings: Record<string, number>) {
  return <T>(stage: string, work: () => T): T => {
    const started = performance.now();
    const result = work();
    timings[stage] = performance.now() - started;
    return result;
  };
}

function sameValues(a: RecordValues, b: RecordValues): boolean {
  const present = (values: RecordValues): string =>
    JSON.stringify(
      Object.entries(values)
        .filter(([, value]) => value !== null)
        .toSorted(([x], [y]) => (x < y ? -1 : 1)),
    );
  return present(a) === present(b);
}
