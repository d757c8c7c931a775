import type { Decision, FeatureVector, ParityReport } from '@rikuy/contracts';
import type { DecisionLog } from '../../ports/decision-log.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import { createFeatureEngine } from './feature-engine.ts';
import { replay, type ReplayOptions } from './replay.ts';

export interface ParityOptions extends Pick<ReplayOptions, 'onProgress'> {
  /** How many differences are told one by one. */
  readonly examples?: number;
}

/**
 * Rebuilds the vector of every logged decision from history, through the engine that serves, and compares bit for bit.
 * A feature that only one side has differs; a decision whose event the log does not hold differs in every value.
 */
export async function checkParity(
  useCase: UseCase,
  eventLog: Pick<EventLog, 'read' | 'extent'>,
  decisionLog: Pick<DecisionLog, 'read'>,
  { examples = 20, onProgress }: ParityOptions = {},
): Promise<ParityReport> {
  const awaited = await decisionsByEvent(useCase, decisionLog);
  const account = new ParityAccount(useCase.id, examples);
  const engine = createFeatureEngine(useCase);
  await replay(engine, eventLog, {
    onEntry: ({ eventId }, vector) => {
      const decision = vector && awaited.get(eventId);
      if (!decision) return;
      account.compare(decision, engine.toVector(vector));
      awaited.delete(eventId);
    },
    onProgress,
  });
  for (const decision of awaited.values()) account.compare(decision, null);
  return account.report;
}

type LoggedDecision = Pick<Decision, 'id' | 'vector'>;

async function decisionsByEvent(
  useCase: UseCase,
  decisionLog: Pick<DecisionLog, 'read'>,
): Promise<Map<string, LoggedDecision>> {
  const byEvent = new Map<string, LoggedDecision>();
  for await (const batch of decisionLog.read({ useCase: useCase.id })) {
    for (const { id, eventId, vector } of batch) byEvent.set(eventId, { id, vector });
  }
  return byEvent;
}

class ParityAccount {
  readonly report: ParityReport;
  private readonly mostExamples: number;

  constructor(useCase: string, mostExamples: number) {
    this.report = { useCase, decisions: 0, values: 0, differences: 0, examples: [] };
    this.mostExamples = mostExamples;
  }

  /** Compares the logged vector with the rebuilt one, or with nothing where its event cannot be found. */
  compare({ id, vector: logged }: LoggedDecision, rebuilt: FeatureVector | null): void {
    this.report.decisions++;
    for (const feature of new Set([...Object.keys(logged), ...Object.keys(rebuilt ?? {})])) {
      this.report.values++;
      const isSame = rebuilt !== null && Object.is(logged[feature], rebuilt[feature]);
      if (!isSame) this.differs(id, feature, [logged[feature] ?? null, rebuilt?.[feature] ?? null]);
    }
  }

  private differs(decisionId: string, feature: string, [logged, rebuilt]: FeatureVector[string][]): void {
    this.report.differences++;
    if (this.report.examples.length < this.mostExamples)
      this.report.examples.push({ decisionId, feature, logged, rebuilt });
  }
}
