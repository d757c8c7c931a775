import type { Accumulator, Figure } from '../../expressions/figure.ts';
import { Timeline } from './timeline.ts';
import { WindowLayout } from './window-layout.ts';
import type { Window, WindowPlan } from './window.ts';

/**
 * How far time has come: the latest moment at which an event of the past both happened and was known. A window of an
 * event that comes later than `latenessMs` reaches no further back than if it came exactly that late; so what lies
 * further back can be forgotten, and forgetting changes no result.
 */
export interface Progress {
  newest: number;
  readonly latenessMs: number;
}

/** A figure of one window: by key and time of the present event. */
export type ReadFigure = (key: string, at: number) => number;

/** The timelines of everything that shares one key expression and one condition. Windows of any length share them. */
export class WindowBook {
  private readonly keyNumbers = new Map<string, number>();
  /** By number of the key; null where nothing is remembered. */
  private readonly timelines: (Timeline | null)[] = [];
  private readonly plans: WindowPlan[] = [];
  private readonly progress: Progress;
  private columns: number;
  /** Made with the first row, when all is declared. */
  private layout: WindowLayout | null = null;
  /** The key asked for last: figures of one event ask for the same key one after the other. */
  private lastKey: string | null = null;
  private lastNumber = 0;

  constructor(progress: Progress, columns = 0) {
    this.progress = progress;
    this.columns = columns;
  }

  /** A further number that every row has, and its position. Call before the first row. */
  addColumn(): number {
    return this.columns++;
  }

  /** Prepares a figure of the windows of this length over the values of a column. Call before the first row. */
  figure(figure: Figure, withinMs: number, column: number): ReadFigure {
    const plan = this.planOf(withinMs);
    const remembered = this.accumulatorOf(plan, figure, column);
    if (remembered === null) return this.figureOfEvents(figure, plan);
    return (key, at) => {
      const window = this.window(plan, key, at);
      return window === null ? figure.ofNothing : figure.read(window, window.accumulators[remembered], at);
    };
  }

  /** The number of a key, given when it is first asked for and kept for ever. */
  keyNumber(key: string): number {
    if (key === this.lastKey) return this.lastNumber;
    let number = this.keyNumbers.get(key);
    if (number === undefined) {
      number = this.timelines.push(null) - 1;
      this.keyNumbers.set(key, number);
    }
    this.lastKey = key;
    this.lastNumber = number;
    return number;
  }

  /** Puts a row, its time first, under the key of this number. */
  insert(key: number, row: readonly number[]): void {
    const timeline = (this.timelines[key] ??= this.newTimeline());
    timeline.insert(row);
  }

  /** Removes a row that was put under the key of this number. */
  remove(key: number, row: readonly number[]): void {
    this.timelines[key]?.remove(row);
  }

  /** Forgets what no window can reach any more. */
  forget(): void {
    const longest = Math.max(...this.plans.map(({ withinMs }) => withinMs));
    const reach = this.progress.newest - this.progress.latenessMs - longest;
    if (!Number.isFinite(reach)) return;
    this.timelines.forEach((timeline, key) => {
      timeline?.forgetBefore(reach);
      if (timeline?.isEmpty) this.timelines[key] = null;
    });
  }

  private figureOfEvents(figure: Figure, plan: number): ReadFigure {
    return (key, at) => {
      const window = this.window(plan, key, at);
      return window === null ? figure.ofNothing : figure.read(window, noAccumulator, at);
    };
  }

  private window(plan: number, key: string, at: number): Window | null {
    const timeline = this.timelineOf(key);
    if (timeline === null) return null;
    const { newest, latenessMs } = this.progress;
    return timeline.window(plan, Math.max(at, newest - latenessMs) - this.plans[plan].withinMs, at);
  }

  private timelineOf(key: string): Timeline | null {
    if (key === this.lastKey) return this.timelines[this.lastNumber];
    const number = this.keyNumbers.get(key);
    if (number === undefined) return null;
    this.lastKey = key;
    this.lastNumber = number;
    return this.timelines[number];
  }

  private newTimeline(): Timeline {
    this.layout ??= new WindowLayout(this.plans);
    return new Timeline(this.columns, this.plans, this.layout);
  }

  private planOf(withinMs: number): number {
    const known = this.plans.findIndex(plan => plan.withinMs === withinMs);
    return known >= 0 ? known : this.plans.push({ withinMs, accumulators: [] }) - 1;
  }

  private accumulatorOf(plan: number, { accumulator }: Figure, column: number): number | null {
    if (accumulator === null) return null;
    const { accumulators } = this.plans[plan];
    const known = accumulators.findIndex(one => one.column === column && one.name === accumulator.name);
    return known >= 0 ? known : accumulators.push({ column, ...accumulator }) - 1;
  }
}

/** Given to figures that read none. */
const noAccumulator: Accumulator = { add: () => {}, remove: () => {} };
