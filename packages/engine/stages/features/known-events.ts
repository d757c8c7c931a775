export interface KnownLabel {
  readonly label: 0 | 1;
  /** NaN when it has none. */
  readonly amount: number;
}

/** Stands for no label and no key, so that columns hold nothing but whole numbers. */
const none = -1;

/**
 * The events and labels taken so far, so that a label finds its event and a correction the label that it replaces.
 * Events are numbered and lie in columns: there are many.
 */
export class KnownEvents {
  private readonly positions = new Map<string, number>();
  /** NaN until the event itself has been taken. */
  private readonly times: number[] = [];
  private readonly labels: number[] = [];
  /** Of the labels that have one. */
  private readonly amounts = new Map<number, number>();
  /** By label book, the number of each event's key in it. */
  private readonly keys: readonly number[][];

  constructor(labelBooks: number) {
    this.keys = Array.from({ length: labelBooks }, () => []);
  }

  /** The number of an event, given when it or its label is first heard of. */
  position(id: string): number {
    const known = this.positions.get(id);
    if (known !== undefined) return known;
    this.positions.set(id, this.times.length);
    this.labels.push(none);
    for (let book = 0; book < this.keys.length; book++) this.keys[book].push(none);
    return this.times.push(NaN) - 1;
  }

  isTaken(event: number): boolean {
    return !Number.isNaN(this.times[event]);
  }

  timeOf(event: number): number {
    return this.times[event];
  }

  /** The number of its key in a label book; null where it has none. */
  keyOf(event: number, book: number): number | null {
    const key = this.keys[book][event];
    return key === none ? null : key;
  }

  /** The label known last, also of an event that has not been taken yet. */
  labelOf(event: number): KnownLabel | undefined {
    const label = this.labels[event];
    return label === none ? undefined : { label: label as 0 | 1, amount: this.amounts.get(event) ?? NaN };
  }

  setTaken(event: number, time: number, keyIn: (book: number) => number | null): void {
    this.times[event] = time;
    for (let book = 0; book < this.keys.length; book++) this.keys[book][event] = keyIn(book) ?? none;
  }

  setLabel(event: number, { label, amount }: KnownLabel): void {
    this.labels[event] = label;
    if (Number.isNaN(amount)) this.amounts.delete(event);
    else this.amounts.set(event, amount);
  }
}
