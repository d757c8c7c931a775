import { type Decision, type Override, RikuyError, type StandingOutcome, type User } from '@rikuy/contracts';
import type { Clock } from '../ports/clock.ts';
import type { StoredEntry } from '../ports/event-log.ts';
import type { Stores } from '../ports/stores.ts';
import { eventIdOf } from '../use-case/log-entries.ts';
import type { UseCase } from '../use-case/use-case.ts';
import type { LiveUseCase } from './live-use-case.ts';
import { recordEvents } from './record-events.ts';

/** A decision's outcome as it stands: that of its last override, or its own. */
export async function standingOutcome(
  useCase: UseCase,
  eventLog: Pick<Stores['eventLog'], 'find'>,
  { id, outcome }: Pick<Decision, 'id' | 'outcome'>,
): Promise<StandingOutcome> {
  const overrides: Override[] = [];
  for (let number = 1; useCase.overrides !== undefined; number++) {
    const eventId = eventIdOf(useCase, useCase.overrides, { decision_id: id, number });
    const entry = await eventLog.find(useCase.id, eventId);
    if (!entry) break;
    overrides.push(overrideOf(entry));
  }
  return { decided: outcome, outcome: overrides.at(-1)?.outcome ?? outcome, overrides };
}

/**
 * Gives a decision another outcome. The decision stays as it was; the override is kept in the log with its reason, and
 * the audit trail tells who and when, without the reason's words.
 * @throws RikuyError `invalid-request` for an outcome that is not another one of the policy, `case-conflict` when
 *   somebody else overrode it meanwhile
 */
export async function overrideDecision(
  live: LiveUseCase,
  stores: Pick<Stores, 'eventLog' | 'auditTrail'>,
  decision: Decision,
  {
    outcome,
    reason,
    by,
    clock,
  }: { readonly outcome: string; readonly reason: string; readonly by: User; readonly clock: Clock },
): Promise<StandingOutcome> {
  const { useCase } = live;
  const standing = await standingOutcome(useCase, stores.eventLog, decision);
  const recordType = requireAnother(useCase, standing, outcome);
  const at = clock.now();
  const values = {
    decision_id: decision.id,
    number: standing.overrides.length + 1,
    overridden_at: at,
    from_outcome: standing.outcome,
    to_outcome: outcome,
    reason,
    overridden_by: by.id,
  };
  const { appended } = await recordEvents(live, stores, { recordType, records: [values] });
  if (appended === 0)
    throw new RikuyError('case-conflict', `Decision ${decision.id} has just been overridden; read it again.`);
  await stores.auditTrail.append({
    at,
    actor: by.id,
    action: 'decision.overridden',
    useCase: useCase.id,
    subject: decision.id,
    detail: { from: standing.outcome, to: outcome, number: values.number },
  });
  return standingOutcome(useCase, stores.eventLog, decision);
}

function requireAnother({ id, overrides, policy }: UseCase, standing: StandingOutcome, outcome: string): string {
  const refuse = (message: string): never => {
    throw new RikuyError('invalid-request', message);
  };
  if (overrides === undefined) return refuse(`Decisions of ${id} cannot be overridden; give the case a verdict.`);
  const others = policy.outcomes.map(({ code }) => code).filter(code => code !== standing.outcome);
  if (!others.includes(outcome)) return refuse(`\`outcome\` must be one of ${others.join(', ')}; got \`${outcome}\`.`);
  return overrides;
}

function overrideOf({ values }: StoredEntry): Override {
  return {
    decisionId: String(values.decision_id),
    number: Number(values.number),
    from: String(values.from_outcome),
    outcome: String(values.to_outcome),
    reason: String(values.reason),
    by: String(values.overridden_by),
    at: Number(values.overridden_at),
  };
}
