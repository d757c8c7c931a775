import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  type RowPage,
  type SecretReference,
  type Source,
  type SourceCursor,
  SourceFailure,
  type SourceOfKind,
} from '@rikuy/engine';
import { Consumer, type ConsumerOptions, type MessagesStream } from '@platformatic/kafka';
import { z } from 'zod';
import { topicFailure } from './topic-failure.ts';

type TopicDeclaration = SourceOfKind<'kafka'>;
type Stream = MessagesStream<Buffer, Buffer, Buffer, Buffer>;

export interface KafkaSourceOptions {
  /** The value of a secret. @throws RikuyError `invalid-configuration` */
  readonly secret: (reference: SecretReference) => string;
}

/** By partition, the offset of the next message. */
type Offsets = readonly bigint[];

/**
 * The messages of a topic, one JSON object each, to the end as it is when reading begins. How far it has come is our
 * cursor, kept with what was loaded, and not an offset in the broker: the two could disagree after a crash.
 */
export function openTopicSource(declaration: TopicDeclaration, options: KafkaSourceOptions): Source {
  const { name } = declaration;
  return {
    name,
    hasFixedColumns: false,
    check: signal =>
      withConsumer(declaration, options, signal, async consumer => void (await extentOf(consumer, declaration))),
    read: (after, signal) => readTopic(declaration, options, after, signal),
    close: async () => undefined,
  };
}

const messagesAtOnce = 2_000;
/** The broker has told that there are messages; none of them comes. */
const longestSilenceMs = 30_000;

async function* readTopic(
  declaration: TopicDeclaration,
  options: KafkaSourceOptions,
  after: SourceCursor | null,
  signal: AbortSignal,
): AsyncIterable<RowPage> {
  const consumer = consumerOf(declaration, options);
  const stop = (): void => void consumer.close(true).catch(() => undefined);
  signal.addEventListener('abort', stop);
  try {
    const extent = await extentOf(consumer, declaration);
    const offsets = startOf(declaration, after, extent);
    yield { kind: 'rows', rows: [], cursor: asCursor(offsets) };
    if (isBehind(offsets, extent.ends)) yield* readTo(consumer, declaration.topic, offsets, extent.ends);
  } catch (error) {
    throw topicFailure(declaration, error);
  } finally {
    signal.removeEventListener('abort', stop);
    await consumer.close(true).catch(() => undefined);
  }
}

async function* readTo(consumer: Consumer, topic: string, from: Offsets, ends: Offsets): AsyncIterable<RowPage> {
  const starts = from.map((offset, partition) => ({ topic, partition, offset }));
  const stream = await consumer.consume({
    topics: [topic],
    mode: 'manual',
    offsets: starts,
    autocommit: false,
    maxWaitTime: 250,
  });
  const offsets = [...from];
  let failure: unknown = null;
  stream.on('error', error => (failure = error));
  try {
    let heardAt = performance.now();
    while (isBehind(offsets, ends)) {
      const rows = takeRows(stream, offsets);
      if (rows.length > 0) yield { kind: 'rows', rows, cursor: asCursor(offsets) };
      else if (failure !== null) throw failure;
      else if (performance.now() - heardAt > longestSilenceMs) throw silence(topic);
      else await news(stream);
      if (rows.length > 0) heardAt = performance.now();
      if (stream.readableLength === 0) passOverMarkers(stream, topic, offsets);
    }
    yield { kind: 'rows', rows: [], cursor: asCursor(offsets) };
  } finally {
    await stream.close().catch(() => undefined);
  }
}

/** What has come and waits; moves the offsets behind it. */
function takeRows(stream: Stream, offsets: bigint[]): readonly unknown[] {
  const rows: unknown[] = [];
  while (rows.length < messagesAtOnce) {
    const message = stream.read() as { partition: number; offset: bigint; value?: Buffer } | null;
    if (message === null) break;
    // A client that connects anew may bring some again.
    if (message.offset < offsets[message.partition]) continue;
    rows.push(parsed(message.value));
    offsets[message.partition] = message.offset + 1n;
  }
  return rows;
}

/** The ends of transactions and messages compacted away have offsets and never come. */
function passOverMarkers(stream: Stream, topic: string, offsets: bigint[]): void {
  offsets.forEach((offset, partition) => {
    const next = stream.offsetsToFetch.get(`${topic}:${partition}`);
    if (next !== undefined && next > offset) offsets[partition] = next;
  });
}

async function news(stream: Stream): Promise<void> {
  const waiting = AbortSignal.timeout(200);
  await once(stream, 'readable', { signal: waiting }).catch(() => undefined);
}

/** What is no JSON stays text, and is rejected as such. */
function parsed(value: Buffer | undefined): unknown {
  const text = value?.toString('utf8') ?? '';
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

interface TopicExtent {
  readonly begins: Offsets;
  readonly ends: Offsets;
}

async function extentOf(consumer: Consumer, { topic }: TopicDeclaration): Promise<TopicExtent> {
  const [earliest, latest] = [-2n, -1n];
  const begins = await consumer.listOffsets({ topics: [topic], timestamp: earliest });
  const ends = await consumer.listOffsets({ topics: [topic], timestamp: latest });
  return { begins: begins.get(topic) ?? [], ends: ends.get(topic) ?? [] };
}

const cursorSchema = z.strictObject({ offsets: z.array(z.string().regex(/^\d+$/)) });

function asCursor(offsets: Offsets): SourceCursor {
  return { offsets: offsets.map(String) };
}

/** A partition that came later begins at its beginning. */
function startOf(declaration: TopicDeclaration, after: SourceCursor | null, { begins, ends }: TopicExtent): Offsets {
  if (after === null) return declaration.start === 'latest' ? ends : begins;
  const kept = cursorSchema.safeParse(after).data?.offsets.map(BigInt);
  if (!kept) throw refused(declaration, 'is not one of a topic; the source was another one before');
  if (kept.some((offset, partition) => offset < (begins[partition] ?? 0n))) {
    throw refused(declaration, 'is before the oldest message: messages were deleted unread');
  }
  if (kept.some((offset, partition) => offset > (ends[partition] ?? 0n))) {
    throw refused(declaration, 'is behind the newest message: the topic was made anew');
  }
  return begins.map((begin, partition) => kept[partition] ?? begin);
}

function isBehind(offsets: Offsets, ends: Offsets): boolean {
  return ends.some((end, partition) => offsets[partition] < end);
}

function refused({ name, topic }: TopicDeclaration, what: string): SourceFailure {
  return new SourceFailure(
    'source-refused',
    `The position kept for ${name} in the topic ${topic} ${what}. Load with \`--restart\`, which begins at the oldest and leaves out what the history has.`,
  );
}

function silence(topic: string): SourceFailure {
  return new SourceFailure(
    'source-unavailable',
    `The topic ${topic} has more messages, but none came for ${longestSilenceMs / 1000} s; check the brokers.`,
  );
}

async function withConsumer<T>(
  declaration: TopicDeclaration,
  options: KafkaSourceOptions,
  signal: AbortSignal,
  work: (consumer: Consumer) => Promise<T>,
): Promise<T> {
  const consumer = consumerOf(declaration, options);
  const stop = (): void => void consumer.close(true).catch(() => undefined);
  signal.addEventListener('abort', stop);
  try {
    return await work(consumer);
  } catch (error) {
    throw topicFailure(declaration, error);
  } finally {
    signal.removeEventListener('abort', stop);
    await consumer.close(true).catch(() => undefined);
  }
}

/** In a group of its own: a member that was killed would keep its partitions until the broker misses it. */
function consumerOf({ name, brokers, tls, sasl }: TopicDeclaration, { secret }: KafkaSourceOptions): Consumer {
  const options: ConsumerOptions<Buffer, Buffer, Buffer, Buffer> = {
    clientId: `rikuy-${name}`,
    groupId: `rikuy-${name}-${randomUUID()}`,
    bootstrapBrokers: brokers,
    autocreateTopics: false,
    connectTimeout: 5_000,
    timeout: 10_000,
    retries: 2,
    retryDelay: 250,
    ...(tls && { tls: {} }),
    ...(sasl && {
      sasl: { mechanism: sasl.mechanism, username: secret(sasl.username), password: secret(sasl.password) },
    }),
  };
  return new Consumer(options);
}
