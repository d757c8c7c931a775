import { createHttpConnections, type HttpConnections } from './http-connections.ts';

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
  const connections = createHttpConnections(load.url, load.headers);
  const tally: Tally = { latencies: [], errors: 0 };
  const started = performance.now();
  const offered = await (load.pace.kind === 'rate'
    ? atRate(load, load.pace.perSecond, { connections, tally })
    : flatOut(load, load.pace.connections, { connections, tally }));
  const elapsed = (performance.now() - started) / 1000;
  connections.close();
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

interface Sending {
  readonly connections: HttpConnections;
  readonly tally: Tally;
}

async function atRate(load: Load, perSecond: number, sending: Sending): Promise<number> {
  const total = Math.min(load.bodies.length, Math.floor(perSecond * load.seconds));
  const begun = performance.now() + 50;
  const pending: Promise<void>[] = [];
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - begun) * perSecond) / 1000) + 1);
    for (; sent < due; sent++) pending.push(send(load.bodies[sent], begun + (sent * 1000) / perSecond, sending));
    await new Promise(resolve => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  return total;
}

async function flatOut(load: Load, connections: number, sending: Sending): Promise<number> {
  const end = performance.now() + load.seconds * 1000;
  let next = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() < end && next < load.bodies.length)
      await send(load.bodies[next++], performance.now(), sending);
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return next;
}

async function send(body: string, due: number, { connections, tally }: Sending): Promise<void> {
  const status = await connections.post(body);
  if (status === 200) tally.latencies.push(performance.now() - due);
  else tally.errors++;
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted.length === 0 ? Infinity : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
