import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { RikuyError } from '@rikuy/contracts';
import { DatabaseFailure } from '../connection/database-failure.ts';
import type { SqlConnection, SqlResult, SqlServer } from '../connection/sql-server.ts';
import { int8, json, jsonb, readInt8 } from '../connection/sql-values.ts';
import { lockDirectory } from './directory-lock.ts';
import type { EmbeddedAnswer, EmbeddedOptions, EmbeddedRequest, RawFailure, RawResult } from './protocol.ts';

export interface EmbeddedServer extends SqlServer {
  /** How often a file was synced to the disk since the start. */
  countSyncs(): Promise<number>;
}

/**
 * The embedded PostgreSQL on a folder, in a thread of its own.
 * @throws RikuyError `storage-in-use`, `storage-unavailable`
 */
export async function startEmbedded(directory: string): Promise<EmbeddedServer> {
  const lock = lockDirectory(directory);
  try {
    const thread = new EmbeddedThread({ directory: resolve(directory, 'database'), template: templateDirectory() });
    await thread.ready;
    return {
      concurrent: false,
      connect: async () => connectionOf(thread),
      countSyncs: () => thread.countSyncs(),
      close: () => thread.close().finally(() => lock.release()),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Beside the installed packages, where caches go: made by the first start with this version of PGlite. */
function templateDirectory(): string {
  const pglite = resolve(createRequire(import.meta.url).resolve('@electric-sql/pglite'), '../..');
  const { version } = JSON.parse(readFileSync(resolve(pglite, 'package.json'), 'utf8')) as { version: string };
  return resolve(pglite, `../../.cache/rikuy/pglite-${version}`);
}

function connectionOf(thread: EmbeddedThread): SqlConnection {
  return { query: async (sql, parameters) => toResult(await thread.query(sql, parameters)), release: () => undefined };
}

type Waiting = { readonly resolve: (answer: EmbeddedAnswer) => void; readonly reject: (error: unknown) => void };
type Question = EmbeddedRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

/** Asks the thread and matches its answers; when the thread dies, whoever waits hears it. */
class EmbeddedThread {
  readonly ready: Promise<void>;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly start = Promise.withResolvers<void>();
  private lastId = 0;
  private ended: RikuyError | null = null;

  constructor(options: EmbeddedOptions) {
    this.ready = this.start.promise;
    this.worker = new Worker(new URL('./embedded-thread.ts', import.meta.url), { workerData: options, execArgv: [] });
    this.worker.on('message', (answer: EmbeddedAnswer) => this.receive(answer));
    this.worker.on('error', (cause: unknown) => this.end(stopped(cause)));
    this.worker.on('exit', () => this.end(stopped()));
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<RawResult> {
    const answer = await this.ask({ kind: 'query', sql, parameters });
    return answer.kind === 'result' ? answer.result : unexpected(answer);
  }

  async countSyncs(): Promise<number> {
    const answer = await this.ask({ kind: 'count-syncs' });
    return answer.kind === 'syncs' ? answer.count : unexpected(answer);
  }

  async close(): Promise<void> {
    if (this.ended) return;
    await this.ask({ kind: 'close' });
    this.ended = stopped();
    await this.worker.terminate();
  }

  private ask(question: Question): Promise<EmbeddedAnswer> {
    if (this.ended) return Promise.reject(this.ended);
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.worker.postMessage({ ...question, id });
    });
  }

  private receive(answer: EmbeddedAnswer): void {
    if (answer.kind === 'ready') return this.start.resolve();
    if (answer.kind === 'not-started') return this.end(didNotStart(answer.failure));
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (answer.kind === 'failed') waiting?.reject(answer.failure);
    else waiting?.resolve(answer);
  }

  private end(reason: RikuyError): void {
    this.ended ??= reason;
    this.start.reject(this.ended);
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }
}

function toResult({ fields, rows, command, affected }: RawResult): SqlResult {
  const readers = fields.map(({ type }) => readerOf(type));
  const toRow = (values: readonly unknown[]): Record<string, unknown> => {
    const row: Record<string, unknown> = {};
    fields.forEach(({ name }, index) => {
      const value = values[index];
      row[name] = typeof value === 'string' ? readers[index](value) : value;
    });
    return row;
  };
  return { rows: rows.map(toRow), command, affected };
}

function readerOf(type: number): (text: string) => unknown {
  if (type === int8) return readInt8;
  return type === json || type === jsonb ? JSON.parse : text => text;
}

function stopped(cause?: unknown): RikuyError {
  return new RikuyError('storage-unavailable', 'The embedded database has stopped; start the program again.', {
    cause,
  });
}

function didNotStart(failure: RawFailure): RikuyError {
  return new RikuyError(
    'storage-unavailable',
    `The embedded database does not start: ${failure.message}. Check the space and the rights of its folder, or restore a backup.`,
    { cause: new DatabaseFailure(failure) },
  );
}

function unexpected(answer: EmbeddedAnswer): never {
  throw new Error(`The embedded database answered "${answer.kind}" to another question.`);
}
