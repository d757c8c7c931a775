import type { FeatureVector } from '@rikuy/contracts';
import type { LogEntry } from '../../ports/event-log.ts';
import type { OrderedEntry, SharedOrder } from '../../ports/shared-order.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import { createFeatureEngine, type FeatureEngine } from './feature-engine.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';

/** An entry that all servers have taken at its place, and the vector of a record that is decided. */
export interface TakenEntry extends OrderedEntry {
  readonly vector: FeatureVector | null;
  /** A record of this id had its place before, or the same label; this one changed nothing and belongs in no log. */
  readonly repeated: boolean;
}

/**
 * The features of a use case that several servers serve together, each with the whole state in its own memory: an entry
 * first gets its place in the order that they share, then every server takes all entries in that order. So a vector does
 * not depend on which server computes it, and is that of a single server given the same order.
 */
export interface SharedFeatures {
  /**
   * Gives entries their places and takes everything up to them; answers those entries, with their vectors, in the order
   * in which they were given. Calls made while another is under way go together in the next round trip.
   * @throws RikuyError `storage-unavailable`, `not-ready`
   */
  take(entries: readonly LogEntry[]): Promise<readonly TakenEntry[]>;
  /** Keeps the state in the order, from which other servers start; entries before it are given up. */
  save(): Promise<void>;
  /** The last place taken. */
  readonly place: number;
}

/** @throws RikuyError `snapshot-refused` where the order's snapshot was made with other declarations */
export async function openSharedFeatures(useCase: UseCase, order: SharedOrder): Promise<SharedFeatures> {
  const snapshot = await order.snapshot();
  const saved = snapshot === null ? undefined : readSnapshot(useCase, snapshot.bytes);
  return new FollowedFeatures(useCase, {
    order,
    engine: createFeatureEngine(useCase, saved?.columns),
    place: snapshot?.place ?? 0,
    knownAt: saved?.position.knownAt ?? -Infinity,
  });
}

interface Followed {
  readonly order: SharedOrder;
  readonly engine: FeatureEngine;
  readonly place: number;
  readonly knownAt: number;
}

interface Waiting {
  readonly entries: readonly LogEntry[];
  readonly answer: (taken: readonly TakenEntry[]) => void;
  readonly fail: (reason: unknown) => void;
}

class FollowedFeatures implements SharedFeatures {
  place: number;
  private readonly useCase: UseCase;
  private readonly order: SharedOrder;
  private readonly engine: FeatureEngine;
  private knownAt: number;
  private waiting: Waiting[] = [];
  private isGoing = false;

  constructor(useCase: UseCase, { order, engine, place, knownAt }: Followed) {
    this.useCase = useCase;
    this.order = order;
    this.engine = engine;
    this.place = place;
    this.knownAt = knownAt;
  }

  take(entries: readonly LogEntry[]): Promise<readonly TakenEntry[]> {
    return new Promise((answer, fail) => {
      this.waiting.push({ entries, answer, fail });
      if (!this.isGoing) void this.go();
    });
  }

  async save(): Promise<void> {
    await this.take([]);
    const { place, knownAt } = this;
    const columns = this.engine.save();
    await this.order.keep({
      place,
      bytes: writeSnapshot(this.useCase, { position: { knownAt, sequence: place }, columns }),
    });
  }

  private async go(): Promise<void> {
    this.isGoing = true;
    while (this.waiting.length > 0) {
      const together = this.waiting;
      this.waiting = [];
      try {
        const taken = await this.takeTogether(together.flatMap(({ entries }) => entries));
        for (const { entries, answer } of together) answer(taken.splice(0, entries.length));
      } catch (cause) {
        for (const { fail } of together) fail(cause);
      }
    }
    this.isGoing = false;
  }

  /** The entries given, which are the last of the order, after everything that came before them. */
  private async takeTogether(given: readonly LogEntry[]): Promise<TakenEntry[]> {
    const ordered = await this.order.append(given, this.place);
    const others = ordered.length - given.length;
    for (const one of ordered.slice(0, others)) this.follow(one);
    return ordered.slice(others).map(one => this.follow(one));
  }

  private follow({ place, entry }: OrderedEntry): TakenEntry {
    const repeated = entry.kind === 'record' ? this.engine.hasTaken(entry.eventId) : this.engine.hasLearned(entry);
    const vector = this.engine.take(entry);
    this.place = place;
    this.knownAt = entry.knownAt;
    return { place, entry, repeated, vector: vector && this.engine.toVector(vector) };
  }
}
