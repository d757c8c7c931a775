import { createHash } from 'node:crypto';
import type { RecordValues } from '@rikuy/contracts';
import type { StoredEntry } from '../../ports/event-log.ts';
import { JsonWriter } from './json-writer.ts';

/**
 * A SHA-256 of entries of the log in order: equal for equal content, whatever the order of members. Names of members
 * are hashed where they change, as a heading, and not with every entry: there are many entries.
 */
export class HistoryHash {
  private readonly hash = createHash('sha256');
  private readonly json = new JsonWriter(bytes => this.hash.update(bytes));
  private readonly headings = new Map<string, Heading>();

  add(entry: StoredEntry): void {
    const { kind, recordType, values, hidden } = entry;
    const known = this.headingOf(`${kind} ${recordType} values`, values);
    const truths = hidden === null ? null : this.headingOf(`${kind} ${recordType} hidden`, hidden);
    const { json } = this;
    json.raw('[');
    this.line(entry);
    json.raw(',');
    this.members(known, values);
    json.raw(',');
    if (truths === null) json.raw('null');
    else this.members(truths, hidden!);
    json.raw(']\n');
  }

  digest(): string {
    this.json.flush();
    return this.hash.digest('hex');
  }

  private line({ sequence, kind, recordType, eventId, eventTime, knownAt, entity, peerGroup }: StoredEntry): void {
    const { json } = this;
    json.raw('[');
    json.value(sequence);
    json.raw(',');
    json.value(kind);
    json.raw(',');
    json.value(recordType);
    json.raw(',');
    json.value(eventId);
    json.raw(',');
    json.value(eventTime);
    json.raw(',');
    json.value(knownAt);
    json.raw(',');
    json.value(entity);
    json.raw(',');
    json.value(peerGroup);
    json.raw(']');
  }

  /** The members in the order of their names. */
  private members({ sorted }: Heading, values: RecordValues): void {
    const { json } = this;
    json.raw('[');
    for (let i = 0; i < sorted.length; i++) {
      if (i > 0) json.raw(',');
      json.value(values[sorted[i]]);
    }
    json.raw(']');
  }

  private headingOf(part: string, values: RecordValues): Heading {
    const written = Object.keys(values);
    const heading = this.headings.get(part);
    return heading !== undefined && isSame(heading.written, written)
      ? heading
      : this.newHeading(part, written, heading);
  }

  private newHeading(part: string, written: readonly string[], before: Heading | undefined): Heading {
    const heading = { written, sorted: written.toSorted() };
    if (before === undefined || !isSame(before.sorted, heading.sorted)) this.writeHeading(part, heading.sorted);
    this.headings.set(part, heading);
    return heading;
  }

  private writeHeading(part: string, names: readonly string[]): void {
    const { json } = this;
    json.raw('{"part":');
    json.value(part);
    json.raw(',"names":[');
    names.forEach((name, i) => {
      if (i > 0) json.raw(',');
      json.value(name);
    });
    json.raw(']}\n');
  }
}

interface Heading {
  /** Names as the newest entry wrote them. */
  readonly written: readonly string[];
  readonly sorted: readonly string[];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}
