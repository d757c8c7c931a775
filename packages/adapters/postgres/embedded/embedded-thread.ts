// The thread in which the embedded database runs, so that its work does not hold up whoever asks.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { bytea, int8, json, jsonb, readBytes, writeBytes } from '../connection/sql-values.ts';
import { prepareDataDirectory } from './data-directory.ts';
import { DurableFileSystem } from './durable-file-system.ts';
import type { EmbeddedAnswer, EmbeddedOptions, EmbeddedRequest, RawFailure, RawResult } from './protocol.ts';

const asWritten = (text: string): string => text;

/** Reading JSON is left to the other side: a copy of a text costs less than one of what it says. */
const codecs = {
  parsers: { [int8]: asWritten, [json]: asWritten, [jsonb]: asWritten, [bytea]: readBytes },
  serializers: { [bytea]: writeBytes },
};

/**
 * PGlite's own parameters without `-F`, which would switch fsync off; small buffers, since the system caches files; and
 * small samples for the planner's figures, since everything waits while they are taken.
 */
const startParams = [
  ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=32MB',
  // Filling a new log file with zeros makes every query wait for 60 ms and more; a full disk shows at the commit instead.
  '-c',
  'wal_init_zero=off',
  '-c',
  'default_statistics_target=20',
];

await start(workerData as EmbeddedOptions).catch((error: unknown) => {
  post({ kind: 'not-started', failure: toFailure(error) });
});

async function start({ directory, template }: EmbeddedOptions): Promise<void> {
  await prepareDataDirectory(directory, template, initDatabase);
  const files = new DurableFileSystem(directory);
  const database = await PGlite.create({ fs: files, startParams, ...codecs });
  let last = Promise.resolve();
  parentPort!.on('message', (request: EmbeddedRequest) => {
    last = last.then(() => answer(database, files, request));
  });
  post({ kind: 'ready' });
}

async function initDatabase(directory: string): Promise<void> {
  const database = await PGlite.create(directory);
  await database.close();
}

async function answer(database: PGlite, files: DurableFileSystem, request: EmbeddedRequest): Promise<void> {
  const { id } = request;
  try {
    switch (request.kind) {
      case 'query':
        return post({ kind: 'result', id, result: await query(database, request.sql, request.parameters) });
      case 'count-syncs':
        return post({ kind: 'syncs', id, count: files.syncs });
      case 'close':
        await database.close();
        post({ kind: 'closed', id });
        return parentPort!.close();
    }
  } catch (error) {
    post({ kind: 'failed', id, failure: toFailure(error) });
  }
}

async function query(database: PGlite, sql: string, parameters: readonly unknown[]): Promise<RawResult> {
  const result = await database.query<unknown[]>(sql, [...parameters], { rowMode: 'array' });
  const { command = '' } = result as { command?: string };
  return {
    fields: result.fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
    rows: result.rows,
    command,
    affected: result.affectedRows ?? 0,
  };
}

/** Class instances do not cross threads; the fields that may quote rows stay here. */
function toFailure(error: unknown): RawFailure {
  const { message = String(error), code, constraint, routine } = error as Partial<RawFailure>;
  return { message, code, constraint, routine };
}

function post(message: EmbeddedAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(message);
}
