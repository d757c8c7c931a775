import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LogEntry } from '../../ports/event-log.ts';

/**
 * Puts the entries of a load in the order of the log: by the time at which they became known, records before labels,
 * then as they stand in the file. Up to `inMemory` entries are sorted in memory; more are sorted in runs of that many
 * that wait on disk, readable by this user only, and are merged: memory does not grow with the file.
 */
export class SortedEntries {
  private readonly inMemory: number;
  private run: LogEntry[] = [];
  private readonly runFiles: string[] = [];
  private folder: string | null = null;

  constructor({ inMemory = 300_000 }: { readonly inMemory?: number } = {}) {
    this.inMemory = inMemory;
  }

  async add(entries: readonly LogEntry[]): Promise<void> {
    for (const entry of entries) this.run.push(entry);
    if (this.run.length >= this.inMemory) await this.spill();
  }

  /** All entries in order; to be called when the last has been added. */
  async *sorted(): AsyncIterable<LogEntry> {
    this.run.sort(compareEntries);
    if (this.runFiles.length === 0) return yield* this.run;
    // Runs are in the order of the file, so on a tie the earlier run has the earlier line.
    yield* merge([...this.runFiles.map(readRun), Readable.from(this.run)]);
  }

  async dispose(): Promise<void> {
    this.run = [];
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
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

function* asLines(entries: readonly LogEntry[]): Iterable<string> {
  for (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

function compareEntries(a: LogEntry, b: LogEntry): number {
  return a.knownAt - b.knownAt || Number(a.kind === 'label') - Number(b.kind === 'label');
}

async function* readRun(path: string): AsyncIterable<LogEntry> {
  for await (const line of createInterface({ input: createReadStream(path) })) yield JSON.parse(line) as LogEntry;
}

interface Head {
  readonly entry: LogEntry;
  readonly run: AsyncIterator<LogEntry>;
}

/** Merges sorted runs; on a tie the earlier run goes first. Runs are few, so the least head is found by looking. */
async function* merge(runs: readonly AsyncIterable<LogEntry>[]): AsyncIterable<LogEntry> {
  const starts = await Promise.all(runs.map(run => advance(run[Symbol.asyncIterator]())));
  const heads = starts.filter(head => head !== null);
  while (heads.length > 0) {
    const least = leastOf(heads);
    yield heads[least].entry;
    const next = await advance(heads[least].run);
    if (next === null) heads.splice(least, 1);
    else heads[least] = next;
  }
}

function leastOf(heads: readonly Head[]): number {
  let least = 0;
  for (let i = 1; i < heads.length; i++) if (compareEntries(heads[i].entry, heads[least].entry) < 0) least = i;
  return least;
}

async function advance(run: AsyncIterator<LogEntry>): Promise<Head | null> {
  const { done, value } = await run.next();
  return done ? null : { entry: value, run };
}
