// A server on the embedded database is killed while clients score and inspectors give verdicts, again and again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  type CaseFile,
  type Client,
  createClient,
  type Decision,
  ProblemError,
  type RecordValues,
  type ScoreAnswer,
} from '@rikuy/contracts';
import { customs } from '@rikuy/customs';
import { checkParity, type StoredEntry, systemClock } from '@rikuy/engine';
import { openPlatform, type Platform, readConfiguration } from '@rikuy/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRole, saveApiKeys } from '../support/api-keys.ts';
import { trainCustoms } from '../support/trained-customs.ts';

const inCustoms = { useCase: customs.id };
const clients = 12;
/** Milliseconds of work before each kill. */
const lives = [60, 250, 900, 1600, 400];

interface Event {
  readonly eventId: string;
  readonly record: RecordValues;
}

/** What the server has promised: an answer was received in full. */
interface Promised {
  readonly answers: Map<string, ScoreAnswer>;
  readonly verdicts: Map<string, CaseFile>;
}

let folder: string;
let arriving: readonly RecordValues[];
let sent = 0;
const promised: Promised = { answers: new Map(), verdicts: new Map() };

const nextEvent = (): Event => eventOf(sent++);

/** The n-th event; asked for again it is the same. */
function eventOf(n: number): Event {
  return { eventId: `event-${n}`, record: arriving[n % arriving.length] };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-kill-'));
  await withPlatform(async ({ stores }) => {
    await saveApiKeys(stores.people);
    ({ arriving } = await trainCustoms(stores, systemClock, 3000));
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('scoring under kill -9', () => {
  it.each(lives)('keeps every promise of the lives before, and dies again after %i ms', async ms => {
    const server = await startServer();
    const broken = await brokenPromises(server.client);
    await workUntilKilled(server, ms);
    expect(broken).toEqual({ answers: [], verdicts: [] });
  });

  it('has promised something, and has left something unanswered', () => {
    expect(promised.answers.size).toBeGreaterThan(50);
    expect(promised.verdicts.size).toBeGreaterThan(0);
    expect(sent).toBeGreaterThan(promised.answers.size);
  });

  it('ends with one decision per event, once everything has been asked again', async () => {
    const server = await startServer();
    expect(await brokenPromises(server.client)).toEqual({ answers: [], verdicts: [] });
    const answers = await inCrowd(sent, n => server.client.score({ params: inCustoms, body: eventOf(n) }));
    await server.stop();
    expect(answers.filter(({ eventId }, n) => eventId !== eventOf(n).eventId)).toEqual([]);
    await withPlatform(async ({ stores }) => {
      const decisions = await all<Decision>(stores.decisionLog.read(inCustoms));
      expect(decisions.map(({ eventId }) => eventId).toSorted()).toEqual(
        answers.map(({ eventId }) => eventId).toSorted(),
      );
      const idOf = new Map(decisions.map(({ eventId, id }) => [eventId, id]));
      expect([...promised.answers.values()].filter(({ eventId, id }) => idOf.get(eventId) !== id)).toEqual([]);
    });
  });

  it('has each promised verdict once as a label, and vectors that history gives again', async () => {
    await withPlatform(async ({ stores }) => {
      const entries = await all<StoredEntry>(stores.eventLog.read(inCustoms));
      const labelled = entries.filter(({ kind }) => kind === 'label').map(({ eventId }) => eventId);
      const verdictOf = ({ eventId }: CaseFile): number => labelled.filter(one => one === eventId).length;
      expect([...promised.verdicts.values()].map(verdictOf)).toEqual([...promised.verdicts].map(() => 1));
      const report = await checkParity(customs, stores.eventLog, stores.decisionLog);
      expect(report).toMatchObject({ decisions: sent, differences: 0 });
    });
  });
});

interface Server {
  readonly client: Client;
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'scoring-server.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await firstLine(child);
  const ended = once(child, 'close');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    client: createClient({ origin, headers: asRole('officer') }),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout!.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', code => reject(new Error(`The server ended with ${code} before it listened.`)));
  });
}

async function workUntilKilled({ client, kill }: Server, ms: number): Promise<void> {
  const work = Array.from({ length: clients }, () => scoreUntilGone(client));
  await new Promise(resolve => setTimeout(resolve, ms));
  await kill();
  await Promise.all(work);
}

/** Scores event after event, and works the cases that come of them, until the server is gone. */
async function scoreUntilGone(client: Client): Promise<void> {
  for (;;) {
    try {
      const answer = await client.score({ params: inCustoms, body: nextEvent() });
      promised.answers.set(answer.eventId, answer);
      if (answer.outcome !== 'verde') await work(client, answer);
    } catch (error) {
      // An answer that says no would hide a defect; only a server that is gone ends the work.
      if (error instanceof ProblemError) throw error;
      return;
    }
  }
}

async function work(client: Client, { id }: ScoreAnswer): Promise<void> {
  const { caseId } = await client.decision({ params: { ...inCustoms, id } });
  const params = { ...inCustoms, id: caseId! };
  const { revision } = await client.caseFile({ params });
  const closed = await client.giveVerdict({ params, body: { revision, label: 1 } });
  promised.verdicts.set(closed.id, closed);
}

/** What was promised and is not given again, or not the same. */
async function brokenPromises(client: Client): Promise<{ answers: ScoreAnswer[]; verdicts: CaseFile[] }> {
  const answers = [...promised.answers.values()];
  const decided = await inCrowd(answers.length, n =>
    client.score({ params: inCustoms, body: eventOf(Number(answers[n].eventId.slice('event-'.length))) }),
  );
  const verdicts = [...promised.verdicts.values()];
  const cases = await inCrowd(verdicts.length, n => client.caseFile({ params: { ...inCustoms, id: verdicts[n].id } }));
  return {
    answers: answers.filter((answer, n) => !isDeepStrictEqual(decided[n], { ...answer, repeated: true })),
    verdicts: verdicts.filter((verdict, n) => !isDeepStrictEqual(cases[n], verdict)),
  };
}

/** Asks `count` questions, a few at a time. */
async function inCrowd<T>(count: number, ask: (n: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const askOn = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) answers[n] = await ask(n);
  };
  await Promise.all(Array.from({ length: clients }, askOn));
  return answers;
}

async function withPlatform(use: (platform: Platform) => Promise<void>): Promise<void> {
  const platform = await openPlatform({ ...readConfiguration({}), RIKUY_DATA_DIR: folder });
  try {
    await use(platform);
  } finally {
    await platform.close();
  }
}

async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  return (await Array.fromAsync(batches)).flat();
}
