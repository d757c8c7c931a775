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
    let first = end;
    for (const plan of this.shortestFirst) {
      const from = reach - plan.withinMs;
      while (first > earliest && numbers[first - width] >= from) first -= width;
      if (end - first > mostEvents * width) return false;
      plan.place(first, end);
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
  /** Whether the accumulators hold the events of this window. */
  private readonly isFilled: boolean[];
  private readonly rows: QuietRows;

  constructor({ withinMs, accumulators }: WindowPlan, rows: QuietRows) {
    this.withinMs = withinMs;
    this.rows = rows;
    this.columns = accumulators.map(({ column }) => column);
    this.accumulators = accumulators.map(({ create }) => create());
    this.isFilled = accumulators.map(() => false);
  }

  place(first: number, end: number): void {
    this.first = first;
    this.end = end;
    this.events = (end - first) / this.rows.width;
    for (let i = 0; i < this.isFilled.length; i++) this.isFilled[i] = false;
  }

  accumulator(i: number): Accumulator {
    const accumulator = this.accumulators[i];
    if (this.isFilled[i]) return accumulator;
    const { width, numbers } = this.rows;
    const column = 1 + this.columns[i];
    accumulator.clear();
    for (let row = this.first; row < this.end; row += width) {
      const value = numbers[row + column];
      if (value === value) accumulator.add(value);
    }
    this.isFilled[i] = true;
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
