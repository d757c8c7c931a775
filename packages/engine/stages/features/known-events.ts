import { TextTable } from './text-table.ts';
import { withRoom } from './with-room.ts';

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
  private readonly ids = new TextTable();
  /** NaN until the event itself has been taken. */
  private times = new Float64Array(0);
  /** Of each event its label, and its key in every label book. */
  private marks = new Int32Array(0);
  private readonly marksPerEvent: number;
  /** Of the labels that have one. */
  private readonly amounts = new Map<number, number>();

  constructor(labelBooks: number) {
    this.marksPerEvent = 1 + labelBooks;
  }

  /** The number of an event, given when it or its label is first heard of. */
  position(id: string): number {
    const { ids } = this;
    const before = ids.size;
    const event = ids.number(id);
    if (event === before) this.addEvent(event);
    return event;
  }

  isTaken(event: number): boolean {
    return !Number.isNaN(this.times[event]);
  }

  timeOf(event: number): number {
    return this.times[event];
  }

  /** The number of its key in a label book; null where it has none. */
  keyOf(event: number, book: number): number | null {
    const key = this.marks[event * this.marksPerEvent + 1 + book];
    return key === none ? null : key;
  }

  /** The label known last, also of an event that has not been taken yet. */
  labelOf(event: number): KnownLabel | undefined {
    const label = this.marks[event * this.marksPerEvent];
    return label === none ? undefined : { label: label as 0 | 1, amount: this.amounts.get(event) ?? NaN };
  }

  setTaken(event: number, time: number, keyIn: (book: number) => number | null): void {
    this.times[event] = time;
    const at = event * this.marksPerEvent + 1;
    for (let book = 0; book < this.marksPerEvent - 1; book++) this.marks[at + book] = keyIn(book) ?? none;
  }

  setLabel(event: number, { label, amount }: KnownLabel): void {
    this.marks[event * this.marksPerEvent] = label;
    if (Number.isNaN(amount)) this.amounts.delete(event);
    else this.amounts.set(event, amount);
  }

  private addEvent(event: number): void {
    this.times = withRoom(this.times, event + 1);
    this.times[event] = NaN;
    const end = (event + 1) * this.marksPerEvent;
    this.marks = withRoom(this.marks, end);
    this.marks.fill(none, end - this.marksPerEvent, end);
  }
}
