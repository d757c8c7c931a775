import { type CaseFile, RikuyError, type User, type Verdict } from '@rikuy/contracts';
import type { Clock } from '../ports/clock.ts';
import type { Stores } from '../ports/stores.ts';
import { type Finding, verdictOf } from '../stages/feedback/verdict-label.ts';
import type { UseCase } from '../use-case/use-case.ts';
import type { LiveUseCase } from './live-use-case.ts';

type ReviewStores = Pick<Stores, 'caseStore' | 'eventLog' | 'auditTrail'>;

/**
 * Closes a case with what was found. The verdict becomes a label that features and training know from now on: the state
 * learns it when it is durable, and no event is decided in between.
 * @throws RikuyError `not-found`, `case-conflict`, `invalid-request` where only time tells the truth
 */
export async function giveVerdict(
  live: LiveUseCase,
  stores: ReviewStores,
  caseId: string,
  given: { readonly finding: Finding; readonly by: User },
): Promise<CaseFile> {
  requireFoundByPeople(live.useCase);
  const { verdict, closed } = await live.gate.alone(() => writeVerdict(live, stores, caseId, given));
  await stores.auditTrail.append({
    at: verdict.verifiedAt,
    actor: verdict.verifiedBy,
    action: 'verdict.given',
    useCase: live.useCase.id,
    subject: caseId,
    detail: { label: verdict.label, corrects: verdict.corrects },
  });
  return closed;
}

function requireFoundByPeople({ id, label }: UseCase): void {
  if (label.foundBy === 'time')
    throw new RikuyError(
      'invalid-request',
      `Whether \`${label.name}\` is true shows only in time, so a case of ${id} gets no verdict; override its decision with a reason.`,
    );
}

async function writeVerdict(
  live: LiveUseCase,
  { caseStore, eventLog }: ReviewStores,
  caseId: string,
  { finding, by }: { readonly finding: Finding; readonly by: User },
): Promise<{ readonly verdict: Verdict; readonly closed: CaseFile }> {
  const { useCase } = live;
  const features = live.features();
  const caseFile = await caseStore.find(useCase.id, caseId);
  const entry = caseFile && (await eventLog.find(useCase.id, caseFile.eventId));
  if (!caseFile || !entry) throw new RikuyError('not-found', `There is no case ${caseId}.`);
  const verdict = verdictOf(caseFile, entry, finding, { by: by.id, at: live.knownClock.forLabel() });
  try {
    const closed = await caseStore.giveVerdict(useCase.id, verdict);
    features.learnLabel(verdict.label);
    return { verdict: verdict.verdict, closed };
  } catch (cause) {
    // A lost connection leaves open whether the label was written.
    if (!(cause instanceof RikuyError && cause.code === 'case-conflict')) live.distrustState();
    throw cause;
  }
}

/** Takes a case, or gives it back. @throws RikuyError `not-found`, `case-conflict` */
export async function assignCase(
  live: LiveUseCase,
  { caseStore, auditTrail }: ReviewStores,
  caseId: string,
  {
    revision,
    assignee,
    by,
    clock,
  }: { readonly revision: number; readonly assignee: string | null; readonly by: User; readonly clock: Clock },
): Promise<CaseFile> {
  const assigned = await caseStore.assign(live.useCase.id, caseId, revision, assignee);
  await auditTrail.append({
    at: clock.now(),
    actor: by.id,
    action: assignee ? 'case.claimed' : 'case.released',
    useCase: live.useCase.id,
    subject: caseId,
    detail: { revision },
  });
  return assigned;
}
