import type { Accumulator, Figure } from '../../expressions/figure.ts';
import { mostQuietRows, QuietRows } from './quiet-rows.ts';
import { QuietWindows } from './quiet-windows.ts';
import type { StatePart } from './state-columns.ts';
import { Timeline } from './timeline.ts';
import { WindowLayout } from './window-layout.ts';
import type { WindowPlan } from './window.ts';
import { withRoom } from './with-room.ts';

/**
 * How far time has come: the latest moment at which an event of the past both happened and was known. A window of an
 * event that comes later than `latenessMs` reaches no further back than if it came exactly that late; so what lies
 * further back can be forgotten, and forgetting changes no result.
 */
export interface Progress {
  newest: number;
  readonly latenessMs: number;
}

/** A figure of one window, by the time of the present event. */
export type ReadFigure = (at: number) => number;

/** The key of the event that is being looked at. */
export interface PresentKey {
  readonly symbol: number;
}

/**
 * The past events of everything that shares one key expression and one condition; windows of any length share them.
 * Most keys are quiet: their rows are looked at when asked. A key with a window of many events becomes busy: a timeline
 * of its own then remembers what its windows hold. Both give the same figures, to the last bit.
 */
export class WindowBook {
  /** By symbol; null where the key is quiet. */
  private readonly busy: (Timeline | null)[] = [];
  private busyKeys = 0;
  private readonly plans: WindowPlan[] = [];
  private readonly progress: Progress;
  private columns: number;
  /** Made with the first row, when all is declared. */
  private started: StartedBook | null = null;

  constructor(progress: Progress, columns = 0) {
    this.progress = progress;
    this.columns = columns;
  }

  /** A further number that every row has, and its position. Call before the first row. */
  addColumn(): number {
    return this.columns++;
  }

  /**
   * Prepares a figure, of the key that is present, of the windows of this length over the values of a column. Call before
   * the first row.
   */
  // oxlint-disable-next-line max-params -- what makes up one figure
  figure(figure: Figure, withinMs: number, column: number, present: PresentKey): ReadFigure {
    const plan = this.planOf(withinMs);
    const remembered = this.accumulatorOf(plan, figure, column);
    return at => {
      const key = present.symbol;
      const { started } = this;
      if (key < 0 || started === null) return figure.ofNothing;
      const reach = Math.max(at, this.progress.newest - this.progress.latenessMs);
      const busy = this.busyTimeline(key) ?? (started.windows.place(key, at, reach) ? null : this.makeBusy(key));
      if (busy !== null) {
        const window = busy.window(plan, reach - withinMs, at);
        return figure.read(window, remembered < 0 ? noAccumulator : window.accumulators[remembered], at, column);
      }
      const window = started.windows.plan(plan);
      if (window.events === 0) return figure.ofNothing;
      return figure.read(window, remembered < 0 ? noAccumulator : window.accumulator(remembered), at, column);
    };
  }

  /** Puts a row, its time first, under the key of this symbol. */
  insert(symbol: number, row: ArrayLike<number>): void {
    const busy = this.busyTimeline(symbol);
    if (busy !== null) return busy.insert(row);
    const { rows, windows } = (this.started ??= this.start());
    rows.insert(symbol, row);
    windows.forgetPlace();
    if (rows.count(symbol) === mostQuietRows) this.makeBusy(symbol);
  }

  /** Removes a row that was put under the key of this symbol. */
  remove(symbol: number, row: ArrayLike<number>): void {
    const busy = this.busyTimeline(symbol);
    if (busy !== null) return void busy.remove(row);
    this.started?.rows.remove(symbol, row);
    this.started?.windows.forgetPlace();
  }

  /** Forgets what no window can reach any more. */
  forget(): void {
    const longest = Math.max(...this.plans.map(({ withinMs }) => withinMs));
    const reach = this.progress.newest - this.progress.latenessMs - longest;
    if (!Number.isFinite(reach) || this.started === null) return;
    this.started.rows.forgetBefore(reach);
    this.started.windows.forgetPlace();
    this.busy.forEach((timeline, key) => {
      timeline?.forgetBefore(reach);
      if (timeline?.isEmpty) this.makeQuiet(key);
    });
  }

  /** Writes the rows of all keys; what is remembered of them can be made again. */
  save(state: StatePart): void {
    const keys: number[] = [];
    const counts: number[] = [];
    const rows = new GrowingNumbers();
    for (let key = 0; key < this.mostKeys(); key++) {
      const before = rows.length;
      const busy = this.busyTimeline(key);
      if (busy !== null) busy.each(row => rows.push(row));
      else this.started!.rows.each(key, row => rows.push(row));
      if (rows.length === before) continue;
      keys.push(key);
      counts.push((rows.length - before) / (this.columns + 1));
    }
    state.put('keys', Int32Array.from(keys));
    state.put('counts', Int32Array.from(counts));
    state.put('rows', rows.numbers.slice(0, rows.length));
  }

  /** Takes the rows of a saved book; it must be empty. */
  restore(state: StatePart): void {
    const [keys, counts, rows] = [state.get('keys'), state.get('counts'), state.get('rows')];
    const width = this.columns + 1;
    let at = 0;
    for (let i = 0; i < keys.length; i++) {
      for (const end = at + counts[i] * width; at < end; at += width) {
        this.insert(keys[i], rows.subarray(at, at + width));
      }
    }
  }

  private mostKeys(): number {
    return this.started === null ? 0 : Math.max(this.started.rows.mostKeys, this.busy.length);
  }

  /** null where the key is quiet. Nearly all are: their symbols are not looked up where none is busy. */
  private busyTimeline(symbol: number): Timeline | null {
    return this.busyKeys === 0 ? null : (this.busy[symbol] ?? null);
  }

  private start(): StartedBook {
    const rows = new QuietRows(this.columns + 1);
    return { rows, windows: new QuietWindows(this.plans, rows), layout: new WindowLayout(this.plans) };
  }

  private makeBusy(key: number): Timeline {
    const { rows, windows, layout } = this.started!;
    const timeline = new Timeline(this.columns, this.plans, layout);
    rows.take(key, row => timeline.insert(row));
    windows.forgetPlace();
    this.busyKeys++;
    while (this.busy.length <= key) this.busy.push(null);
    this.busy[key] = timeline;
    return timeline;
  }

  private makeQuiet(key: number): void {
    this.busy[key] = null;
    this.busyKeys--;
  }

  private planOf(withinMs: number): number {
    const known = this.plans.findIndex(plan => plan.withinMs === withinMs);
    return known >= 0 ? known : this.plans.push({ withinMs, accumulators: [] }) - 1;
  }

  /** −1 where the figure needs none. */
  private accumulatorOf(plan: number, { accumulator }: Figure, column: number): number {
    if (accumulator === null) return -1;
    const { accumulators } = this.plans[plan];
    const known = accumulators.findIndex(one => one.column === column && one.name === accumulator.name);
    return known >= 0 ? known : accumulators.push({ column, ...accumulator }) - 1;
  }
}

interface StartedBook {
  readonly rows: QuietRows;
  readonly windows: QuietWindows;
  readonly layout: WindowLayout;
}

/** Given to figures that read none. */
const noAccumulator: Accumulator = { add: () => {}, remove: () => {}, clear: () => {} };

/** Numbers that become more, row by row. */
class GrowingNumbers {
  numbers = new Float64Array(1024);
  length = 0;

  push(row: ArrayLike<number>): void {
    this.numbers = withRoom(this.numbers, this.length + row.length);
    this.numbers.set(row, this.length);
    this.length += row.length;
  }
}
