import { RikuyError } from '@rikuy/contracts';
import { type LogEntry, type OrderedEntry, refusals, type SharedOrder, type SharedSnapshot } from '@rikuy/engine';
import { Redis } from 'iovalkey';
import { appendScript, keepScript } from './scripts.ts';

/** A shared order in a Redis-compatible server. */
export interface RedisOrder extends SharedOrder {
  close(): Promise<void>;
}

export interface RedisOrderOptions {
  /** `redis://host:6379/0`, or the path of a socket. */
  readonly url: string;
  readonly useCase: string;
  /** Before the names of all keys; absent means `rikuy`. */
  readonly prefix?: string;
  /** How many of the newest entries are kept behind a snapshot, for servers that are behind; absent means 100,000. */
  readonly keepNewest?: number;
  /** How long to wait for an answer; absent means 2,000. */
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 2000;
const usualKeepNewest = 100_000;

/**
 * The order of a use case's entries in Redis or Valkey: one list of the entries behind the newest snapshot, that
 * snapshot, and where they are. One script does each change, so servers never see half of one. Every entry carries a
 * hash of all before it: a server notices when the order is not the one that it has followed, as after Redis lost its
 * last seconds.
 */
export async function openRedisOrder(options: RedisOrderOptions): Promise<RedisOrder> {
  const client = connect(options);
  await answered(client.connect());
  return new ScriptedOrder(client, options);
}

interface Place {
  readonly place: number;
  readonly chain: string;
}

class ScriptedOrder implements RedisOrder {
  private readonly client: Redis;
  private readonly keys: readonly string[];
  /** The last place that this server has been told, and the hash of the order up to it. */
  private followed: Place | null = null;

  private readonly keepNewest: number;

  constructor(client: Redis, { prefix = 'rikuy', useCase, keepNewest = usualKeepNewest }: RedisOrderOptions) {
    const key = `${prefix}:{${useCase}}`;
    this.client = client;
    this.keepNewest = keepNewest;
    this.keys = [`${key}:head`, `${key}:entries`, `${key}:snapshot`];
  }

  async append(entries: readonly LogEntry[], after: number): Promise<readonly OrderedEntry[]> {
    const chain = this.followed?.place === after ? this.followed.chain : '';
    const added = entries.flatMap(entry => [String(entry.knownAt), JSON.stringify(entry)]);
    const reply = (await answered(
      this.client.eval(appendScript, this.keys.length, ...this.keys, String(after), chain, ...added),
    )) as readonly string[] | null;
    if (reply === null) throw refusals.outOfOrder(after);
    const ordered = reply.map((line, i) => readLine(line, after + 1 + i));
    const last = ordered.at(-1);
    if (last) this.followed = last;
    return ordered.map(({ place, entry }) => ({ place, entry }));
  }

  async snapshot(): Promise<SharedSnapshot | null> {
    const [head, , snapshot] = this.keys;
    const replies = await answered(this.client.multi().hget(head, 'snapshot').getBuffer(snapshot).exec());
    const [place, bytes] = (replies ?? []).map(([, value]) => value);
    if (!Buffer.isBuffer(bytes)) return null;
    return { place: Number(place), bytes };
  }

  async keep({ place, bytes }: SharedSnapshot): Promise<void> {
    const kept = await answered(
      this.client.eval(
        keepScript,
        this.keys.length,
        ...this.keys,
        String(place),
        Buffer.from(bytes),
        String(this.keepNewest),
      ),
    );
    if (kept === null) throw refusals.outOfOrder(place);
  }

  async close(): Promise<void> {
    this.client.disconnect();
  }
}

/** A command that may have been done is never sent again by itself: the order would have its entries twice. */
function connect({ url, timeoutMs = usualTimeoutMs }: RedisOrderOptions): Redis {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: attempts => Math.min(attempts * 100, 2000),
  });
  // Whoever has asked is told; without a listener the driver would also write to the console.
  client.on('error', () => undefined);
  return client;
}

async function answered<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (cause) {
    throw new RikuyError(
      'storage-unavailable',
      'The server of the shared order does not answer as expected. Check that Redis or Valkey runs and can be reached.',
      { cause },
    );
  }
}

/** `hash time-known entry`, as the script writes it. */
function readLine(line: string, place: number): OrderedEntry & Place {
  const time = line.indexOf(' ') + 1;
  const json = line.indexOf(' ', time) + 1;
  const entry = JSON.parse(line.slice(json)) as LogEntry;
  return { place, chain: line.slice(0, time - 1), entry: { ...entry, knownAt: Number(line.slice(time, json - 1)) } };
}
