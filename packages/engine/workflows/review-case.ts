import { type CaseFile, RikuyError, type User } from '@rikuy/contracts';
import type { Clock } from '../ports/clock.ts';
import type { Stores } from '../ports/stores.ts';
import { type Finding, verdictOf } from '../stages/feedback/verdict-label.ts';
import type { LiveUseCase } from './live-use-case.ts';

type ReviewStores = Pick<Stores, 'caseStore' | 'eventLog' | 'auditTrail'>;

/**
 * Closes a case with what was found. The verdict becomes a label that features and training know from now on.
 * @throws RikuyError `not-found`, `case-conflict`
 */
export async function giveVerdict(
  live: LiveUseCase,
  { caseStore, eventLog, auditTrail }: ReviewStores,
  caseId: string,
  { finding, by }: { readonly finding: Finding; readonly by: User },
): Promise<CaseFile> {
  const { useCase } = live;
  const caseFile = await caseStore.find(useCase.id, caseId);
  const entry = caseFile && (await eventLog.find(useCase.id, caseFile.eventId));
  if (!caseFile || !entry) throw new RikuyError('not-found', `There is no case ${caseId}.`);
  if (caseFile.revision !== finding.revision)
    throw new RikuyError(
      'case-conflict',
      'The case has changed since you opened it; reload it and give your verdict again.',
    );
  const verdict = verdictOf(caseFile, entry, finding, { by: by.id, at: live.knownClock.forLabel() });
  live.features().learnLabel(verdict.label);
  try {
    const closed = await caseStore.giveVerdict(useCase.id, verdict);
    await auditTrail.append({
      at: verdict.verdict.verifiedAt,
      actor: by.id,
      action: 'verdict.given',
      useCase: useCase.id,
      subject: caseId,
      detail: { label: finding.label, corrects: verdict.verdict.corrects },
    });
    return closed;
  } catch (cause) {
    await live.rebuild();
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
