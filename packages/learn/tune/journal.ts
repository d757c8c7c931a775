import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { LearnError } from '../protocol/learn-error.ts';
import type { Json } from '../protocol/state.ts';

const trialRecord = z.object({
  trial: z.int().min(0),
  params: z.record(z.string(), z.json()),
  scores: z.array(z.number()),
  losses: z.array(z.array(z.number())),
  pruned: z.boolean(),
});

/** A finished trial as the journal keeps it. */
export interface TrialRecord {
  /** From 0 on. */
  readonly trial: number;
  readonly params: Readonly<Record<string, Json>>;
  /** By split; fewer than there are splits when the trial was given up. */
  readonly scores: readonly number[];
  /** By split, what the fit reported as its loss at the checkpoints; empty for fits that report none. */
  readonly losses: readonly (readonly number[])[];
  readonly pruned: boolean;
}

/** Where finished trials are kept, so that a search goes on after a kill. */
export interface TrialJournal {
  /**
   * The trials kept so far, in the order in which they were finished.
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
      return readRecords(path, rest);
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
    `the journal ${path} was begun for another search: another space, seed, plan or other rows. Continue with those, or take a new file.`,
  );
}

function readRecords(path: string, lines: readonly string[]): TrialRecord[] {
  const records = lines.map((line, k) => parsed(path, line, trialRecord, k + 2));
  const numbers = new Set<number>();
  for (const { trial } of records) {
    if (numbers.has(trial)) {
      throw new LearnError('unreadable-state', `trial ${trial} stands twice in the journal ${path}; take a new file.`);
    }
    numbers.add(trial);
  }
  return records;
}

function parsed<T>(path: string, line: string, schema: z.ZodType<T>, lineNumber: number): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    throw new LearnError('unreadable-state', `line ${lineNumber} of the journal ${path} is damaged.`, { cause });
  }
}
