import { Agent, request } from 'node:http';

/** What a load found: milliseconds from when each request was due to its answer. */
export interface LoadResult {
  readonly offered: number;
  readonly answered: number;
  readonly errors: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bodies, each sent once. */
  readonly bodies: readonly string[];
  /** Requests a second at equal distances, or `flat-out` with so many connections. */
  readonly pace:
    | { readonly kind: 'rate'; readonly perSecond: number }
    | { readonly kind: 'flat-out'; readonly connections: number };
  readonly seconds: number;
}

/**
 * Sends a load and measures it. At a rate, a request counts from the moment at which it was due, whether or not it
 * could be sent then, so that a stall shows in every request that it delays.
 */
export async function sendLoad(load: Load): Promise<LoadResult> {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: load.pace.kind === 'rate' ? 256 : load.pace.connections,
    scheduling: 'fifo',
  });
  const tally: Tally = { latencies: [], errors: 0 };
  const started = performance.now();
  const offered = await (load.pace.kind === 'rate'
    ? atRate(load, load.pace.perSecond, agent, tally)
    : flatOut(load, load.pace.connections, agent, tally));
  const elapsed = (performance.now() - started) / 1000;
  agent.destroy();
  const sorted = Float64Array.from(tally.latencies).toSorted();
  return {
    offered,
    answered: sorted.length,
    errors: tally.errors,
    perSecond: sorted.length / elapsed,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
  };
}

interface Tally {
  readonly latencies: number[];
  errors: number;
}

async function atRate(load: Load, perSecond: number, agent: Agent, tally: Tally): Promise<number> {
  const total = Math.min(load.bodies.length, Math.floor(perSecond * load.seconds));
  const begun = performance.now() + 50;
  const pending: Promise<void>[] = [];
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - begun) * perSecond) / 1000) + 1);
    for (; sent < due; sent++)
      pending.push(send(load, load.bodies[sent], { agent, tally, due: begun + (sent * 1000) / perSecond }));
    await new Promise(resolve => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  return total;
}

async function flatOut(load: Load, connections: number, agent: Agent, tally: Tally): Promise<number> {
  const end = performance.now() + load.seconds * 1000;
  let next = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() < end && next < load.bodies.length)
      await send(load, load.bodies[next++], { agent, tally, due: performance.now() });
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return next;
}

function send(
  { url, headers }: Load,
  body: string,
  { agent, tally, due }: { agent: Agent; tally: Tally; due: number },
): Promise<void> {
  return new Promise(resolve => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      answer => {
        answer.resume();
        answer.on('end', () => {
          if (answer.statusCode === 200) tally.latencies.push(performance.now() - due);
          else tally.errors++;
          resolve();
        });
      },
    );
    sent.on('error', () => {
      tally.errors++;
      resolve();
    });
    sent.end(body);
  });
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted.length === 0 ? Infinity : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
