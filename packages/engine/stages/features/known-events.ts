export interface KnownLabel {
  readonly label: 0 | 1;
  /** NaN when it has none. */
  readonly amount: number;
}

/**
 * The events and labels taken so far, so that a label finds its event and a correction the label that it replaces.
 * Events are numbered and lie in columns: there are many, and few of them ever get a label.
 */
export class KnownEvents {
  private readonly positions = new Map<string, number>();
  /** NaN until the event itself has been taken. */
  private readonly times: number[] = [];
  private readonly labels = new Map<number, KnownLabel>();
  /** By label book, each event's key in it; null where it has none. */
  private readonly keys: readonly (string | null)[][];

  constructor(labelBooks: number) {
    this.keys = Array.from({ length: labelBooks }, () => []);
  }

  /** The number of an event, given when it or its label is first heard of. */
  position(id: string): number {
    const known = this.positions.get(id);
    if (known !== undefined) return known;
    this.positions.set(id, this.times.length);
    for (const ofBook of this.keys) ofBook.push(null);
    return this.times.push(NaN) - 1;
  }

  isTaken(event: number): boolean {
    return !Number.isNaN(this.times[event]);
  }

  timeOf(event: number): number {
    return this.times[event];
  }

  keyOf(event: number, book: number): string | null {
    return this.keys[book][event];
  }

  /** The label known last, also of an event that has not been taken yet. */
  labelOf(event: number): KnownLabel | undefined {
    return this.labels.get(event);
  }

  setTaken(event: number, time: number, keyIn: (book: number) => string | null): void {
    this.times[event] = time;
    for (let book = 0; book < this.keys.length; book++) this.keys[book][event] = keyIn(book);
  }

  setLabel(event: number, label: KnownLabel): void {
    this.labels.set(event, label);
  }
}
