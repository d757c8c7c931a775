import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { LearnError } from '../protocol/learn-error.ts';
import type { Json } from '../protocol/state.ts';

const trialRecord = z.object({
  trial: z.int().min(0),
  params: z.record(z.string(), z.json()),
  /** By split; fewer than there are splits when the trial was given up. */
  scores: z.array(z.number()).min(1),
  pruned: z.boolean(),
});

/** A finished trial as the journal keeps it. */
export interface TrialRecord {
  readonly trial: number;
  readonly params: Readonly<Record<string, Json>>;
  readonly scores: readonly number[];
  readonly pruned: boolean;
}

/** Where finished trials are kept, so that a search goes on after a kill. */
export interface TrialJournal {
  /**
   * The trials kept so far, in their order.
   * @param search what is searched; one begun for another search is refused
   */
  open(search: string): readonly TrialRecord[];
  /** Durable when it returns. */
  append(record: TrialRecord): void;
}

/**
 * A journal in a file of NDJSON: the search on the first line, then a trial per line, each synced to the disk. A line
 * that a kill cut short is written over.
 */
export function fileJournal(path: string): TrialJournal {
  let end = 0;
  const write = (line: object): void => {
    end += appendAt(path, end, `${JSON.stringify(line)}\n`);
  };
  return {
    open: search => {
      const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
      end = bytes.lastIndexOf('\n') + 1;
      const [first, ...rest] = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
      if (first === undefined) write({ search });
      else requireSame(path, first, search);
      return rest.map((line, k) => readRecord(path, line, k));
    },
    append: write,
  };
}

/** Writes at a place of the file and syncs; gives the bytes written. */
function appendAt(path: string, at: number, text: string): number {
  const file = openSync(path, existsSync(path) ? 'r+' : 'w');
  try {
    const written = writeSync(file, Buffer.from(text), 0, undefined, at);
    fsyncSync(file);
    return written;
  } finally {
    closeSync(file);
  }
}

function requireSame(path: string, line: string, search: string): void {
  const { search: begun } = parsed(path, line, z.object({ search: z.string() }), 1);
  if (begun === search) return;
  throw new LearnError(
    'invalid-parameter',
    `the journal ${path} was begun for another space, seed or number of splits. Continue with those, or take a new file.`,
  );
}

function readRecord(path: string, line: string, place: number): TrialRecord {
  const record = parsed(path, line, trialRecord, place + 2);
  if (record.trial === place) return record;
  throw new LearnError('unreadable-state', `line ${place + 2} of the journal ${path} must be of trial ${place}.`);
}

function parsed<T>(path: string, line: string, schema: z.ZodType<T>, lineNumber: number): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    throw new LearnError('unreadable-state', `line ${lineNumber} of the journal ${path} is damaged.`, { cause });
  }
}
