import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from '@rikuy/contracts';
import { type Stores, verifyChain } from '@rikuy/engine';
import { openStores } from '@rikuy/postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { decisionsUseCase, loadId, loadsUseCase } from './storage-names.ts';

/** What the writers were told is durable, over all their lives. */
interface Acknowledged {
  /** Decision id by event id. */
  readonly decisions: Map<string, string>;
  loaded: number;
  readonly audited: Set<string>;
}

/** When a writer is killed, in milliseconds after its process began or after it could write. */
interface Death {
  readonly delay: number;
  readonly after: 'birth' | 'ready';
}

const deaths: readonly Death[] = [
  ...[30, 250, 500, 800].map(delay => ({ delay, after: 'birth' as const })),
  ...[0, 7, 40, 110, 230, 470, 800, 1_300, 2_000].map(delay => ({ delay, after: 'ready' as const })),
];

describe('storage under kill -9', () => {
  const directory = mkdtempSync(join(tmpdir(), 'rikuy-faults-'));
  const acknowledged: Acknowledged = { decisions: new Map(), loaded: 0, audited: new Set() };

  afterAll(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  // oxlint-disable-next-line vitest/expect-expect -- the functions called expect
  it.each(deaths)('keeps all it acknowledged, nothing twice, killed $delay ms after $after', async death => {
    await writeUntilKilled(directory, death, acknowledged);
    const stores = await openStores({ directory });
    try {
      await verifyDecisions(stores, acknowledged);
      await verifyLoad(stores, acknowledged);
      await verifyAudit(stores, acknowledged);
    } finally {
      await stores.close();
    }
  });

  it('was killed after something had been acknowledged, or the rounds above show nothing', () => {
    expect(acknowledged.decisions.size).toBeGreaterThan(500);
    expect(acknowledged.loaded).toBeGreaterThan(0);
    expect(acknowledged.audited.size).toBeGreaterThan(0);
  });
});

async function writeUntilKilled(directory: string, death: Death, acknowledged: Acknowledged): Promise<void> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'storage-writer.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  writer.stdout.on('data', chunk => {
    said += String(chunk);
  });
  const ended = once(writer, 'close');
  if (death.after === 'ready') await Promise.race([once(writer.stdout, 'data'), ended]);
  const timer = setTimeout(() => writer.kill('SIGKILL'), death.delay);
  const [, signal] = (await ended) as [number | null, string | null];
  clearTimeout(timer);
  expect(signal).toBe('SIGKILL');
  for (const line of said.split('\n').slice(0, -1)) acknowledge(line.split(' '), acknowledged);
}

function acknowledge([kind, first, second]: readonly string[], acknowledged: Acknowledged): void {
  if (kind === 'decision') {
    // An event that is sent again must be answered with its first decision.
    expect(acknowledged.decisions.get(first) ?? second).toBe(second);
    acknowledged.decisions.set(first, second);
  }
  if (kind === 'load') acknowledged.loaded = Math.max(acknowledged.loaded, Number(first));
  if (kind === 'audit') acknowledged.audited.add(first);
}

async function verifyDecisions({ decisionLog, eventLog, caseStore }: Stores, acknowledged: Acknowledged) {
  const decisions = (await Array.fromAsync(decisionLog.read({ useCase: decisionsUseCase }))).flat();
  const idByEvent = new Map(decisions.map(({ eventId, id }) => [eventId, id]));
  const lost = [...acknowledged.decisions].filter(([eventId, id]) => idByEvent.get(eventId) !== id);
  expect(lost).toEqual([]);
  expect(idByEvent.size).toBe(decisions.length);
  const entries = (await Array.fromAsync(eventLog.read({ useCase: decisionsUseCase }))).flat();
  expect(entries.map(placeOf)).toEqual(decisions.map(placeOf));
  expect((await eventLog.extent(decisionsUseCase)).events).toBe(entries.length);
  const worked = decisions.filter(({ outcome }) => outcome === 'high').length;
  const low = decisions.length - worked;
  expect(await decisionLog.counts(decisionsUseCase)).toEqual(decisions.length > 0 ? { high: worked, low } : {});
  expect((await caseStore.queue({ useCase: decisionsUseCase, limit: 1 })).total).toBe(worked);
  await verifyCases({ caseStore }, decisions);
}

function placeOf({ eventId, sequence }: { readonly eventId: string; readonly sequence: number }): string {
  return `${eventId} at ${sequence}`;
}

async function verifyCases({ caseStore }: Pick<Stores, 'caseStore'>, decisions: readonly Decision[]): Promise<void> {
  for (const { id, outcome } of decisions.slice(-60)) {
    const found = await caseStore.findByDecision(decisionsUseCase, id);
    expect(found !== null).toBe(outcome === 'high');
  }
}

async function verifyLoad({ eventLog }: Stores, acknowledged: Acknowledged): Promise<void> {
  const report = await eventLog.load(loadId);
  const { events } = await eventLog.extent(loadsUseCase);
  expect(report?.accepted ?? 0).toBe(events);
  expect(events).toBeGreaterThanOrEqual(acknowledged.loaded);
  const entries = (await Array.fromAsync(eventLog.read({ useCase: loadsUseCase }))).flat();
  expect(entries.map(({ eventId }) => eventId)).toEqual(Array.from({ length: events }, (_, n) => `event-${n}`));
}

async function verifyAudit({ auditTrail }: Stores, acknowledged: Acknowledged): Promise<void> {
  expect(await verifyChain(auditTrail.read())).toMatchObject({ intact: true });
  const kept = new Set((await Array.fromAsync(auditTrail.read())).flat().map(({ subject }) => subject));
  expect([...acknowledged.audited].filter(subject => !kept.has(subject))).toEqual([]);
}
