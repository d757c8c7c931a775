import type { StatePart } from './state-columns.ts';
import { TextTable, unknownText } from './text-table.ts';
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
  private times: Float64Array = new Float64Array(0);
  /** Of each event its label, and its key in every label book. */
  private marks: Int32Array = new Int32Array(0);
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

  /** Whether the event of this id has been taken. */
  hasTaken(id: string): boolean {
    const event = this.ids.find(id);
    return event !== unknownText && this.isTaken(event);
  }

  /** The label known last of the event of this id. */
  labelOfId(id: string): KnownLabel | undefined {
    const event = this.ids.find(id);
    return event === unknownText ? undefined : this.labelOf(event);
  }

  save(state: StatePart): void {
    const { size } = this.ids;
    this.ids.save(state.part('ids'));
    state.put('times', this.times.slice(0, size));
    state.put('marks', this.marks.slice(0, size * this.marksPerEvent));
    state.put('amounts', Float64Array.from([...this.amounts].flat()));
  }

  restore(state: StatePart): void {
    this.ids.restore(state.part('ids'));
    this.times = state.get('times') as Float64Array;
    this.marks = state.get('marks') as Int32Array;
    const amounts = state.get('amounts');
    for (let i = 0; i < amounts.length; i += 2) this.amounts.set(amounts[i], amounts[i + 1]);
  }

  private addEvent(event: number): void {
    this.times = withRoom(this.times, event + 1);
    this.times[event] = NaN;
    const end = (event + 1) * this.marksPerEvent;
    this.marks = withRoom(this.marks, end);
    this.marks.fill(none, end - this.marksPerEvent, end);
  }
}
