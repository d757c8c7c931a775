import { createHash } from 'node:crypto';
import type { FieldValue, RecordValues } from '@rikuy/contracts';
import type { StoredEntry } from '../../ports/event-log.ts';

/**
 * A SHA-256 of entries of the log in order: equal for equal content, whatever the order of members. Names of members
 * are hashed where they change, as a heading, and not with every entry: there are many entries.
 */
export class HistoryHash {
  private readonly hash = createHash('sha256');
  private waiting = '';
  private readonly headings = new Map<string, Heading>();

  add(entry: StoredEntry): void {
    const { sequence, kind, recordType, eventId, eventTime, knownAt, values, hidden, entity, peerGroup } = entry;
    const part = `${kind} ${recordType}`;
    const known = this.members(`${part} values`, values);
    const truths = hidden === null ? 'null' : this.members(`${part} hidden`, hidden);
    const line = `${sequence},${json(kind)},${json(recordType)},${json(eventId)},${json(eventTime)},${json(knownAt)}`;
    this.write(`[[${line},${json(entity)},${json(peerGroup)}],${known},${truths}]\n`);
  }

  digest(): string {
    return this.hash.update(this.waiting).digest('hex');
  }

  /** Short pieces are hashed together: handing each over by itself takes longer than hashing it. */
  private write(text: string): void {
    this.waiting += text;
    if (this.waiting.length < piece) return;
    this.hash.update(this.waiting);
    this.waiting = '';
  }

  /** The JSON of the members in the order of their names. */
  private members(part: string, values: RecordValues): string {
    const written = Object.keys(values);
    let heading = this.headings.get(part);
    if (heading === undefined || !isSame(heading.written, written)) {
      heading = this.newHeading(part, written, heading);
    }
    const { sorted } = heading;
    let members = '';
    for (let i = 0; i < sorted.length; i++)
      members += i === 0 ? json(values[sorted[i]]) : `,${json(values[sorted[i]])}`;
    return `[${members}]`;
  }

  private newHeading(part: string, written: readonly string[], before: Heading | undefined): Heading {
    const heading = { written, sorted: written.toSorted() };
    if (before === undefined || !isSame(before.sorted, heading.sorted))
      this.write(`${JSON.stringify({ part, names: heading.sorted })}\n`);
    this.headings.set(part, heading);
    return heading;
  }
}

/** Characters. */
const piece = 16_384;

interface Heading {
  /** Names as the newest entry wrote them. */
  readonly written: readonly string[];
  readonly sorted: readonly string[];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

/** Nothing that JSON escapes. */
const plainText = /^[ !#-[\]-~]*$/;

/** `JSON.stringify`, which takes long for something so short. */
function json(value: FieldValue | undefined): string {
  if (typeof value === 'string') return plainText.test(value) ? `"${value}"` : JSON.stringify(value);
  return Number.isFinite(value) ? `${value as number}` : JSON.stringify(value ?? null);
}
