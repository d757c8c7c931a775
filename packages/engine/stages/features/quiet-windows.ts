import type { Accumulator, WindowView } from '../../expressions/figure.ts';
import type { QuietRows } from './quiet-rows.ts';
import type { WindowPlan } from './window.ts';

/**
 * A window of a quiet key holds at most this many events. To look at so few takes less time than to find in memory what
 * would have been remembered of them.
 */
const mostEvents = 32;

/** Figures of keys with few events: computed from the rows whenever they are asked for, nothing is remembered. */
export class QuietWindows {
  private readonly plans: readonly QuietPlan[];
  private readonly shortestFirst: readonly QuietPlan[];
  private readonly rows: QuietRows;
  /** The query that the plans are placed for. */
  private key = -1;
  private at = NaN;
  private newestReach = NaN;

  constructor(plans: readonly WindowPlan[], rows: QuietRows) {
    this.plans = plans.map(plan => new QuietPlan(plan, rows));
    this.shortestFirst = this.plans.toSorted((a, b) => a.withinMs - b.withinMs);
    this.rows = rows;
  }

  /**
   * Places every window of the key as seen from `at`, reaching back from `reach`; false when one of them holds too many
   * events. Valid until the next change of the rows.
   */
  place(key: number, at: number, reach: number): boolean {
    if (key === this.key && at === this.at && reach === this.newestReach) return true;
    this.forgetPlace();
    const end = this.endOf(key, at);
    if (!this.placeFrom(key, end, reach)) return false;
    this.key = key;
    this.at = at;
    this.newestReach = reach;
    return true;
  }

  plan(plan: number): QuietPlan {
    return this.plans[plan];
  }

  /** The rows have changed. */
  forgetPlace(): void {
    this.key = -1;
  }

  private placeFrom(key: number, end: number, reach: number): boolean {
    const { width, numbers } = this.rows;
    const start = this.rows.segment(key);
    const earliest = Math.max(start, end - (mostEvents + 1) * width);
    const plans = this.shortestFirst;
    let first = end;
    let events = 0;
    for (let i = 0; i < plans.length; i++) {
      const from = reach - plans[i].withinMs;
      for (; first > earliest && numbers[first - width] >= from; first -= width) events++;
      if (events > mostEvents) return false;
      plans[i].place(first, end, events);
    }
    return true;
  }

  /** Behind the last row before this time. */
  private endOf(key: number, at: number): number {
    const { width, numbers } = this.rows;
    const start = this.rows.segment(key);
    let rows = this.rows.count(key);
    const near = Math.max(0, rows - 4);
    while (rows > near && numbers[start + (rows - 1) * width] >= at) rows--;
    if (rows > near || rows === 0) return start + rows * width;
    let low = 0;
    while (low < rows) {
      const middle = (low + rows) >> 1;
      if (numbers[start + middle * width] < at) low = middle + 1;
      else rows = middle;
    }
    return start + low * width;
  }
}

/** One window of the key that was asked for last. */
export class QuietPlan implements WindowView {
  readonly withinMs: number;
  events = 0;
  private first = 0;
  private end = 0;
  private readonly columns: readonly number[];
  private readonly accumulators: readonly Accumulator[];
  /** How often the window has been placed, and when its accumulators were filled last. */
  private placed = 0;
  private readonly filled: number[];
  private readonly rows: QuietRows;

  constructor({ withinMs, accumulators }: WindowPlan, rows: QuietRows) {
    this.withinMs = withinMs;
    this.rows = rows;
    this.columns = accumulators.map(({ column }) => column);
    this.accumulators = accumulators.map(({ create }) => create());
    this.filled = accumulators.map(() => 0);
  }

  place(first: number, end: number, events: number): void {
    this.first = first;
    this.end = end;
    this.events = events;
    this.placed++;
  }

  accumulator(i: number): Accumulator {
    const accumulator = this.accumulators[i];
    if (this.filled[i] === this.placed) return accumulator;
    const { width, numbers } = this.rows;
    const column = 1 + this.columns[i];
    this.filled[i] = this.placed;
    if (accumulator.refill) {
      accumulator.refill({ numbers, first: this.first + column, end: this.end, stride: width });
      return accumulator;
    }
    accumulator.clear();
    for (let row = this.first; row < this.end; row += width) {
      const value = numbers[row + column];
      if (!Number.isNaN(value)) accumulator.add(value);
    }
    return accumulator;
  }

  firstTime(): number {
    return this.events === 0 ? NaN : this.rows.numbers[this.first];
  }

  recent(rank: number, column: number): number {
    if (rank > this.events) return NaN;
    return this.rows.numbers[this.end - rank * this.rows.width + 1 + column];
  }

  lastTime(): number {
    return this.events === 0 ? NaN : this.rows.numbers[this.end - this.rows.width];
  }
}
