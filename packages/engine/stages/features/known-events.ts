export interface KnownLabel {
  readonly label: 0 | 1;
  /** NaN when it has none. */
  readonly amount: number;
}

/** What has been taken of one event: the event, its label, or both, whichever came first. */
export interface KnownEvent {
  /** NaN until the event itself has been taken. */
  time: number;
  /** Its key in each label book; null where it has none. */
  keys: readonly (string | null)[];
  /** The label known last. */
  label: KnownLabel | null;
}

/** Everything taken so far, so that a label finds its event and a correction the label that it replaces. */
export class KnownEvents {
  private readonly events = new Map<string, KnownEvent>();

  /** What has been taken of this event; made when it is nothing yet. */
  of(id: string): KnownEvent {
    const known = this.events.get(id);
    if (known) return known;
    const fresh: KnownEvent = { time: NaN, keys: [], label: null };
    this.events.set(id, fresh);
    return fresh;
  }
}
