// Writes decisions, loads and audit entries as fast as it can and says what was acknowledged, until it is killed.
import { writeSync } from 'node:fs';
import type { LogEntry, NewDecision, Stores } from '@rikuy/engine';
import { openStores } from '@rikuy/postgres';
import { decisionsUseCase, loadId, loadsUseCase } from './storage-names.ts';

const stores = await openStores({ directory: process.argv[2] });
say('ready');
await Promise.all([decideForEver(stores), loadForEver(stores), auditForEver(stores)]);

/** Many at a time, so that commits hold many; the last events of the life before are sent again. */
async function decideForEver({ decisionLog, eventLog }: Stores): Promise<void> {
  const { events } = await eventLog.extent(decisionsUseCase);
  let next = Math.max(0, events - 100);
  const decideInTurn = async (): Promise<never> => {
    for (;;) {
      const { decision } = await decisionLog.append(newDecision(next++));
      say(`decision ${decision.eventId} ${decision.id}`);
    }
  };
  await Promise.all(Array.from({ length: 40 }, decideInTurn));
}

async function loadForEver({ eventLog }: Stores): Promise<void> {
  for (let read = (await eventLog.load(loadId))?.read ?? 0; ; read += 300) {
    const entries = Array.from({ length: 300 }, (_, index) => newEntry(loadsUseCase, read + index));
    await eventLog.append(entries, checkpoint(read + 300));
    say(`load ${read + 300}`);
  }
}

async function auditForEver({ auditTrail }: Stores): Promise<void> {
  for (let at = 0; ; at++) {
    const subject = `${process.pid}-${at}`;
    await auditTrail.append({ at, actor: 'writer', action: 'wrote', useCase: null, subject, detail: {} });
    say(`audit ${subject}`);
  }
}

function newDecision(number: number): NewDecision {
  const entry = newEntry(decisionsUseCase, number);
  const decision = {
    id: `decision-${number}-of-${process.pid}`,
    useCase: decisionsUseCase,
    eventId: entry.eventId,
    eventTime: number,
    decidedAt: number,
    outcome: number % 3 === 0 ? 'high' : 'low',
    lane: 'model' as const,
    propensity: 1,
    score: 0.5,
    expectedValue: { amount: number, currency: 'USD' },
    amountAtStake: { amount: number, currency: 'USD' },
    rules: [],
    reasons: [],
    modelVersion: 'm',
    policyVersion: 'p',
    vector: { amount: number },
  };
  const caseFile = number % 3 === 0 ? { id: `case-${number}`, office: 'north', day: '2026-03-02' } : null;
  return { entry, decision, caseFile };
}

function newEntry(useCase: string, number: number): LogEntry {
  const times = { eventTime: number, knownAt: number };
  const names = { recordType: 'payment', eventId: `event-${number}`, entity: `entity-${number % 50}`, peerGroup: null };
  return { useCase, kind: 'record', ...names, ...times, values: { amount: number }, hidden: null };
}

function checkpoint(read: number) {
  const counts = { read, accepted: read, rejected: 0, duplicates: 0, converted: 0 };
  const names = { loadId, useCase: loadsUseCase, recordType: 'payment', source: 'file', rejectFile: null };
  return { ...names, ...counts, finished: false };
}

/** At once and whole: what is said was acknowledged before. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
