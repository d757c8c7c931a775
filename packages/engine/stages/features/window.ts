import type { Accumulator, WindowView } from '../../expressions/figure.ts';

/** How long a window is and what it remembers of the columns of its rows. */
export interface WindowPlan {
  readonly withinMs: number;
  readonly accumulators: { readonly column: number; readonly name: string; readonly create: () => Accumulator }[];
}

/** The rows that a window looks at. */
export interface WindowRows {
  /**
   * Gives the window every row whose time lies in `[from, to)`, to count in (1) or out (−1); answers the time of the
   * first row after them, `Infinity` when there is none.
   */
  feed(window: Window, from: number, to: number, sign: 1 | -1): number;
  /** NaN when there is none. */
  firstTimeFrom(time: number): number;
  /** NaN when there is none. */
  lastTimeBefore(time: number): number;
}

/**
 * The rows of a timeline whose time lies in `[from, to)`, with what is remembered of them. It is moved from one query to
 * the next; as its accumulators forget exactly what they are told to, where it has been before leaves no trace.
 */
export class Window implements WindowView {
  events = 0;
  accumulators: readonly Accumulator[];
  private from = -Infinity;
  private to = -Infinity;
  /** No row lies in `[from, oldest)`, none in `[to, next)`: while edges move there, nothing has to be read. */
  private oldest = -Infinity;
  private next = -Infinity;
  private readonly plan: WindowPlan;
  private readonly timeline: WindowRows;

  constructor(plan: WindowPlan, timeline: WindowRows) {
    this.plan = plan;
    this.timeline = timeline;
    this.accumulators = plan.accumulators.map(({ create }) => create());
  }

  /** Moves it to the events of `[from, at)`. */
  moveTo(from: number, at: number): void {
    const to = Math.max(from, at);
    if (from === this.from && to === this.to) return;
    if (from >= this.to || to <= this.from) this.startAgain(from, to);
    else this.slide(from, to);
    this.from = from;
    this.to = to;
  }

  /** Forgets everything before this time. */
  startAt(time: number): void {
    this.moveTo(Math.max(this.from, time), Math.max(this.to, time));
  }

  /** Takes note of a row that was added to the timeline. */
  rowAdded(chunk: readonly number[], row: number): void {
    const time = chunk[row];
    if (time < this.from) return;
    this.oldest = Math.min(this.oldest, time);
    if (time < this.to) this.count(chunk, row, 1);
    else this.next = Math.min(this.next, time);
  }

  /** Takes note of a row that is about to be removed from the timeline. */
  rowRemoved(chunk: readonly number[], row: number): void {
    if (chunk[row] >= this.from && chunk[row] < this.to) this.count(chunk, row, -1);
  }

  /** Adds a row to what is remembered, or takes it away. Missing values do not count. */
  count(chunk: readonly number[], row: number, sign: 1 | -1): void {
    this.events += sign;
    const planned = this.plan.accumulators;
    for (let i = 0; i < planned.length; i++) {
      const value = chunk[row + 1 + planned[i].column];
      if (Number.isNaN(value)) continue;
      if (sign === 1) this.accumulators[i].add(value);
      else this.accumulators[i].remove(value);
    }
  }

  firstTime(): number {
    if (this.events === 0) return NaN;
    this.oldest = this.timeline.firstTimeFrom(this.oldest);
    return this.oldest;
  }

  lastTime(): number {
    return this.events === 0 ? NaN : this.timeline.lastTimeBefore(this.to);
  }

  private startAgain(from: number, to: number): void {
    if (this.events > 0) {
      this.events = 0;
      this.accumulators = this.plan.accumulators.map(({ create }) => create());
    }
    this.next = this.timeline.feed(this, from, to, 1);
    this.oldest = from;
  }

  private slide(from: number, to: number): void {
    this.slideStart(from);
    this.slideEnd(to);
  }

  private slideStart(from: number): void {
    if (from > this.oldest) this.oldest = this.timeline.feed(this, this.oldest, from, -1);
    else if (from < this.from) {
      this.timeline.feed(this, from, this.from, 1);
      this.oldest = from;
    }
  }

  private slideEnd(to: number): void {
    if (to > this.next) this.next = this.timeline.feed(this, this.next, to, 1);
    else if (to < this.to) {
      this.timeline.feed(this, to, this.to, -1);
      this.next = to;
    }
  }
}
