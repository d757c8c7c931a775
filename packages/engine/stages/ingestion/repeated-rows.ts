import { createReadStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Rows by their position in the source. */
export interface RowSet {
  readonly size: number;
  has(row: number): boolean;
}

const partCount = 64;
const bufferedCharacters = 1 << 16;

/**
 * Finds the rows whose event stands in an earlier row of the source. Up to `inMemory` events are kept in memory; the
 * identities of more wait on disk, readable by this user only, parted so that all rows of an event are in one part.
 * What stays in memory is one part at a time and a bit for each row.
 */
export class RepeatedRows {
  private readonly inMemory: number;
  private readonly rows = new GrowingRowSet();
  private seen = new Map<string, number>();
  private parts: readonly EventPart[] | null = null;
  private folder: string | null = null;

  constructor({ inMemory = 300_000 }: { readonly inMemory?: number } = {}) {
    this.inMemory = inMemory;
  }

  /** Takes the events of rows, in the order of the source. */
  async add(events: readonly { readonly eventId: string; readonly row: number }[]): Promise<void> {
    if (this.parts) return addToParts(this.parts, events);
    for (const { eventId, row } of events) {
      if (this.seen.has(eventId)) this.rows.add(row);
      else this.seen.set(eventId, row);
    }
    if (this.seen.size >= this.inMemory) await this.spill();
  }

  /** All repeated rows; to be called when the last has been added. */
  async found(): Promise<RowSet> {
    for (const part of this.parts ?? []) await findRepeated(await part.close(), this.rows);
    return this.rows;
  }

  async dispose(): Promise<void> {
    this.seen.clear();
    for (const part of this.parts ?? []) await part.abandon();
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
  }

  private async spill(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'rikuy-events-'));
    this.folder = folder;
    this.parts = Array.from({ length: partCount }, (_, index) => new EventPart(join(folder, `${index}.tsv`)));
    await addToParts(
      this.parts,
      Array.from(this.seen, ([eventId, row]) => ({ eventId, row })),
    );
    this.seen = new Map();
  }
}

async function addToParts(
  parts: readonly EventPart[],
  events: readonly { readonly eventId: string; readonly row: number }[],
): Promise<void> {
  for (const { eventId, row } of events) parts[partOf(eventId)].add(eventId, row);
  for (const part of parts) if (part.isFull) await part.flush();
}

/** The same part for the same event, spread by FNV-1a (Fowler, Noll and Vo). */
function partOf(eventId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < eventId.length; i++) hash = Math.imul(hash ^ eventId.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % partCount;
}

/** Events of one part on their way to the disk. */
class EventPart {
  private readonly path: string;
  private file: FileHandle | null = null;
  private waiting = '';

  constructor(path: string) {
    this.path = path;
  }

  get isFull(): boolean {
    return this.waiting.length >= bufferedCharacters;
  }

  add(eventId: string, row: number): void {
    this.waiting += `${row}\t${JSON.stringify(eventId)}\n`;
  }

  async flush(): Promise<void> {
    this.file ??= await open(this.path, 'a', 0o600);
    const text = this.waiting;
    this.waiting = '';
    await this.file.appendFile(text);
  }

  /** The path of the whole part. */
  async close(): Promise<string> {
    await this.flush();
    await this.abandon();
    return this.path;
  }

  /** Gives the file back as it is. */
  async abandon(): Promise<void> {
    await this.file?.close();
    this.file = null;
  }
}

async function findRepeated(path: string, rows: GrowingRowSet): Promise<void> {
  const seen = new Set<string>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const tab = line.indexOf('\t');
    const eventId = line.slice(tab + 1);
    if (seen.has(eventId)) rows.add(Number(line.slice(0, tab)));
    else seen.add(eventId);
  }
}

/** A bit for each row. */
class GrowingRowSet implements RowSet {
  size = 0;
  private bits = new Uint8Array(1 << 10);

  has(row: number): boolean {
    return ((this.bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }

  add(row: number): void {
    if (this.has(row)) return;
    if (row >> 3 >= this.bits.length) this.grow(row >> 3);
    this.bits[row >> 3] |= 1 << (row & 7);
    this.size++;
  }

  private grow(byte: number): void {
    const larger = new Uint8Array(Math.max(byte + 1, this.bits.length * 2));
    larger.set(this.bits);
    this.bits = larger;
  }
}
