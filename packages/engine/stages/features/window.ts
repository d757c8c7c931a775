import type { NumberStore } from '../../expressions/accumulators/number-store.ts';
import type { Accumulator, AccumulatorKind, WindowView } from '../../expressions/figure.ts';

/** How long a window is and what it remembers of the columns of its rows. */
export interface WindowPlan {
  readonly withinMs: number;
  readonly accumulators: (AccumulatorKind & { readonly column: number })[];
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
  /** The value in a column of the `rank`-th row before this time, backwards; there are so many. */
  recentBefore(time: number, rank: number, column: number): number;
}

/** The timeline that is opened: its rows, and the numbers of its windows. */
export interface OpenedTimeline extends NumberStore {
  readonly rows: WindowRows;
  /** Empties what a window remembers of it. */
  empty(window: Window): void;
}

// Offsets of a window's numbers. No row lies in `[from, oldest)`, none in `[to, next)`: while edges move there, nothing
// has to be read.
const fromAt = 0;
const toAt = 1;
const oldestAt = 2;
const nextAt = 3;
const eventsAt = 4;

/** The numbers of a window before the first query; those of its accumulators come behind them. */
export const edgeNumbers: readonly number[] = [-Infinity, -Infinity, -Infinity, -Infinity, 0];

/**
 * The rows of the opened timeline whose time lies in `[from, to)`, with what is remembered of them. It is moved from one
 * query to the next; as its accumulators forget exactly what they are told to, where it has been before leaves no trace.
 */
export class Window implements WindowView {
  readonly accumulators: Accumulator[];
  /** Where its numbers begin among those of a timeline. */
  private readonly at: number;
  private readonly columns: readonly number[];
  private readonly opened: OpenedTimeline;
  readonly remembersFrom: number;
  readonly remembersTo: number;

  constructor(plan: WindowPlan, opened: OpenedTimeline, at: number) {
    this.at = at;
    this.opened = opened;
    this.columns = plan.accumulators.map(({ column }) => column);
    this.remembersFrom = at + eventsAt;
    let place = at + edgeNumbers.length;
    this.accumulators = plan.accumulators.map(({ size, create }) => {
      const accumulator = size === 0 ? create() : create(opened, place);
      place += size;
      return accumulator;
    });
    this.remembersTo = place;
  }

  get events(): number {
    return this.opened.numbers[this.at + eventsAt];
  }

  /** Moves it to the events of `[from, at)`. */
  moveTo(from: number, at: number): void {
    const { numbers } = this.opened;
    const place = this.at;
    const to = Math.max(from, at);
    const before = numbers[place + fromAt];
    const until = numbers[place + toAt];
    if (from === before && to === until) return;
    if (from >= until || to <= before) {
      this.startAgain(from, to);
    } else {
      if (from > numbers[place + oldestAt] || from < before) this.slideStart(from);
      if (to > numbers[place + nextAt] || to < until) this.slideEnd(to);
    }
    numbers[place + fromAt] = from;
    numbers[place + toAt] = to;
  }

  /** Forgets everything before this time. */
  startAt(time: number): void {
    const { numbers } = this.opened;
    this.moveTo(Math.max(numbers[this.at + fromAt], time), Math.max(numbers[this.at + toAt], time));
  }

  /** Takes note of a row that was added to the timeline. */
  rowAdded(chunk: readonly number[], row: number): void {
    const { numbers } = this.opened;
    const place = this.at;
    const time = chunk[row];
    if (time < numbers[place + fromAt]) return;
    if (time < numbers[place + oldestAt]) numbers[place + oldestAt] = time;
    if (time < numbers[place + toAt]) this.count(chunk, row, 1);
    else if (time < numbers[place + nextAt]) numbers[place + nextAt] = time;
  }

  /** Takes note of a row that is about to be removed from the timeline. */
  rowRemoved(chunk: readonly number[], row: number): void {
    const { numbers } = this.opened;
    if (chunk[row] >= numbers[this.at + fromAt] && chunk[row] < numbers[this.at + toAt]) this.count(chunk, row, -1);
  }

  /** Adds a row to what is remembered, or takes it away. Missing values do not count. */
  count(chunk: readonly number[], row: number, sign: 1 | -1): void {
    this.opened.numbers[this.at + eventsAt] += sign;
    const { columns, accumulators } = this;
    for (let i = 0; i < columns.length; i++) {
      const value = chunk[row + 1 + columns[i]];
      if (Number.isNaN(value)) continue;
      if (sign === 1) accumulators[i].add(value);
      else accumulators[i].remove(value);
    }
  }

  firstTime(): number {
    if (this.events === 0) return NaN;
    const { numbers, rows } = this.opened;
    const oldest = rows.firstTimeFrom(numbers[this.at + oldestAt]);
    numbers[this.at + oldestAt] = oldest;
    return oldest;
  }

  lastTime(): number {
    const { numbers, rows } = this.opened;
    return this.events === 0 ? NaN : rows.lastTimeBefore(numbers[this.at + toAt]);
  }

  recent(rank: number, column: number): number {
    return rank > this.events ? NaN : this.opened.rows.recentBefore(this.opened.numbers[this.at + toAt], rank, column);
  }

  private startAgain(from: number, to: number): void {
    const { opened } = this;
    if (this.events > 0) opened.empty(this);
    opened.numbers[this.at + nextAt] = opened.rows.feed(this, from, to, 1);
    opened.numbers[this.at + oldestAt] = from;
  }

  private slideStart(from: number): void {
    const { numbers, rows } = this.opened;
    const oldest = numbers[this.at + oldestAt];
    if (from > oldest) {
      numbers[this.at + oldestAt] = rows.feed(this, oldest, from, -1);
    } else {
      rows.feed(this, from, numbers[this.at + fromAt], 1);
      numbers[this.at + oldestAt] = from;
    }
  }

  private slideEnd(to: number): void {
    const { numbers, rows } = this.opened;
    const next = numbers[this.at + nextAt];
    if (to > next) {
      numbers[this.at + nextAt] = rows.feed(this, next, to, 1);
    } else {
      rows.feed(this, to, numbers[this.at + toAt], -1);
      numbers[this.at + nextAt] = to;
    }
  }
}
