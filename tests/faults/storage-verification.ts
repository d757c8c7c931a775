import assert from 'node:assert/strict';
import type { Decision } from '@rikuy/contracts';
import { type Stores, verifyChain } from '@rikuy/engine';
import { openStores } from '@rikuy/postgres';
import { decisionsUseCase, loadId, loadsUseCase } from './storage-names.ts';

/** What the writers were told is durable, over all their lives. */
export interface Acknowledged {
  /** Decision id by event id. */
  readonly decisions: Map<string, string>;
  loaded: number;
  readonly audited: Set<string>;
}

export function nothingAcknowledged(): Acknowledged {
  return { decisions: new Map(), loaded: 0, audited: new Set() };
}

/** Opens the storage and holds what is there against what was acknowledged: nothing lost, nothing twice, all in step. */
export async function verifyStorage(directory: string, acknowledged: Acknowledged): Promise<void> {
  const stores = await openStores({ directory });
  try {
    await verifyDecisions(stores, acknowledged);
    await verifyLoad(stores, acknowledged);
    await verifyAudit(stores, acknowledged);
  } finally {
    await stores.close();
  }
}

/** Notes what a writer said; half a line at the end was never said. */
export function acknowledge(said: string, acknowledged: Acknowledged): void {
  for (const line of said.split('\n').slice(0, -1)) note(line.split(' '), acknowledged);
}

function note([kind, first, second]: readonly string[], acknowledged: Acknowledged): void {
  if (kind === 'decision') {
    // An event that is sent again must be answered with its first decision.
    assert.equal(second, acknowledged.decisions.get(first) ?? second);
    acknowledged.decisions.set(first, second);
  }
  if (kind === 'load') acknowledged.loaded = Math.max(acknowledged.loaded, Number(first));
  if (kind === 'audit') acknowledged.audited.add(first);
}

async function verifyDecisions({ decisionLog, eventLog, caseStore }: Stores, acknowledged: Acknowledged) {
  const decisions = (await Array.fromAsync(decisionLog.read({ useCase: decisionsUseCase }))).flat();
  const idByEvent = new Map(decisions.map(({ eventId, id }) => [eventId, id]));
  const lost = [...acknowledged.decisions].filter(([eventId, id]) => idByEvent.get(eventId) !== id);
  assert.deepEqual(lost, []);
  assert.equal(idByEvent.size, decisions.length);
  const entries = (await Array.fromAsync(eventLog.read({ useCase: decisionsUseCase }))).flat();
  assert.deepEqual(entries.map(placeOf), decisions.map(placeOf));
  assert.equal((await eventLog.extent(decisionsUseCase)).events, entries.length);
  const worked = decisions.filter(({ outcome }) => outcome === 'high').length;
  const low = decisions.length - worked;
  const counts = await decisionLog.counts(decisionsUseCase);
  assert.deepEqual([counts['high'] ?? 0, counts['low'] ?? 0], [worked, low]);
  assert.equal((await caseStore.queue({ useCase: decisionsUseCase, limit: 1 })).total, worked);
  await verifyCases({ caseStore }, decisions);
}

function placeOf({ eventId, sequence }: { readonly eventId: string; readonly sequence: number }): string {
  return `${eventId} at ${sequence}`;
}

async function verifyCases({ caseStore }: Pick<Stores, 'caseStore'>, decisions: readonly Decision[]): Promise<void> {
  for (const { id, outcome } of decisions.slice(-60)) {
    const found = await caseStore.findByDecision(decisionsUseCase, id);
    assert.equal(found !== null, outcome === 'high');
  }
}

async function verifyLoad({ eventLog }: Stores, acknowledged: Acknowledged): Promise<void> {
  const report = await eventLog.load(loadId);
  const { events } = await eventLog.extent(loadsUseCase);
  assert.equal(report?.accepted ?? 0, events);
  assert.ok(events >= acknowledged.loaded, `${acknowledged.loaded} were acknowledged, ${events} are there`);
  const entries = (await Array.fromAsync(eventLog.read({ useCase: loadsUseCase }))).flat();
  assert.deepEqual(
    entries.map(({ eventId }) => eventId),
    Array.from({ length: events }, (_, n) => `event-${n}`),
  );
}

async function verifyAudit({ auditTrail }: Stores, acknowledged: Acknowledged): Promise<void> {
  assert.equal((await verifyChain(auditTrail.read())).intact, true);
  const kept = new Set((await Array.fromAsync(auditTrail.read())).flat().map(({ subject }) => subject));
  assert.deepEqual(
    [...acknowledged.audited].filter(subject => !kept.has(subject)),
    [],
  );
}
