import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LogEntry } from '../../ports/event-log.ts';
import type { RowSet } from './repeated-rows.ts';

/** An entry and the row of the source that brought it. */
export interface EntryOfRow {
  readonly row: number;
  readonly entry: LogEntry;
}

/**
 * Puts the entries of a load in the order of the log: by the time at which they became known, records before labels,
 * then as they stand in the file. Up to `inMemory` entries are sorted in memory; more are sorted in runs of that many
 * that wait on disk, readable by this user only, and are merged: memory does not grow with the file.
 */
export class SortedEntries {
  private readonly inMemory: number;
  private run: EntryOfRow[] = [];
  private readonly runFiles: string[] = [];
  private folder: string | null = null;

  constructor({ inMemory = 100_000 }: { readonly inMemory?: number } = {}) {
    this.inMemory = inMemory;
  }

  async add(entries: readonly EntryOfRow[]): Promise<void> {
    for (const entry of entries) this.run.push(entry);
    if (this.run.length >= this.inMemory) await this.spill();
  }

  /** All entries in order but the records of these rows; to be called when the last has been added. */
  async *sorted(leftOut: RowSet): AsyncIterable<LogEntry> {
    for await (const { row, entry } of this.inOrder()) {
      if (entry.kind === 'label' || !leftOut.has(row)) yield entry;
    }
  }

  async dispose(): Promise<void> {
    this.run = [];
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
  }

  private async *inOrder(): AsyncIterable<EntryOfRow> {
    this.run.sort(compareEntries);
    if (this.runFiles.length === 0) return yield* this.run;
    // Runs are in the order of the file, so on a tie the earlier run has the earlier line.
    yield* merge([...this.runFiles.map(readRun), Readable.from(this.run)]);
  }

  private async spill(): Promise<void> {
    this.run.sort(compareEntries);
    this.folder ??= await mkdtemp(join(tmpdir(), 'rikuy-load-'));
    const path = join(this.folder, `${this.runFiles.length}.ndjson`);
    await pipeline(Readable.from(asLines(this.run)), createWriteStream(path, { mode: 0o600 }));
    this.runFiles.push(path);
    this.run = [];
  }
}

function* asLines(entries: readonly EntryOfRow[]): Iterable<string> {
  for (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

function compareEntries({ entry: a }: EntryOfRow, { entry: b }: EntryOfRow): number {
  return a.knownAt - b.knownAt || Number(a.kind === 'label') - Number(b.kind === 'label');
}

async function* readRun(path: string): AsyncIterable<EntryOfRow> {
  for await (const line of createInterface({ input: createReadStream(path) })) yield JSON.parse(line) as EntryOfRow;
}

interface Head {
  readonly first: EntryOfRow;
  readonly run: AsyncIterator<EntryOfRow>;
}

/** Merges sorted runs; on a tie the earlier run goes first. Runs are few, so the least head is found by looking. */
async function* merge(runs: readonly AsyncIterable<EntryOfRow>[]): AsyncIterable<EntryOfRow> {
  const starts = await Promise.all(runs.map(run => advance(run[Symbol.asyncIterator]())));
  const heads = starts.filter(head => head !== null);
  while (heads.length > 0) {
    const least = leastOf(heads);
    yield heads[least].first;
    const next = await advance(heads[least].run);
    if (next === null) heads.splice(least, 1);
    else heads[least] = next;
  }
}

function leastOf(heads: readonly Head[]): number {
  let least = 0;
  for (let i = 1; i < heads.length; i++) if (compareEntries(heads[i].first, heads[least].first) < 0) least = i;
  return least;
}

async function advance(run: AsyncIterator<EntryOfRow>): Promise<Head | null> {
  const { done, value } = await run.next();
  return done ? null : { first: value, run };
}
