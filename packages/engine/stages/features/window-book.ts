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
  private readonly timelines = new Map<string, Timeline>();
  private readonly plans: WindowPlan[] = [];
  private readonly progress: Progress;
  private columns: number;
  /** Made with the first row, when all is declared. */
  private layout: WindowLayout | null = null;
  /** The key asked for last: figures of one event ask for the same key one after the other. */
  private lastKey: string | null = null;
  private lastTimeline: Timeline | undefined;

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

  /** Puts a row, its time first, under a key. */
  insert(key: string, row: readonly number[]): void {
    let timeline = this.timelineOf(key);
    if (timeline === undefined) {
      timeline = new Timeline(this.columns, this.plans, (this.layout ??= new WindowLayout(this.plans)));
      this.timelines.set(key, timeline);
      this.lastTimeline = timeline;
    }
    timeline.insert(row);
  }

  /** Removes a row that was put under a key. */
  remove(key: string, row: readonly number[]): void {
    this.timelineOf(key)?.remove(row);
  }

  /** Forgets what no window can reach any more. */
  forget(): void {
    const longest = Math.max(...this.plans.map(({ withinMs }) => withinMs));
    const reach = this.progress.newest - this.progress.latenessMs - longest;
    if (!Number.isFinite(reach)) return;
    for (const [key, timeline] of this.timelines) {
      timeline.forgetBefore(reach);
      if (timeline.isEmpty) this.timelines.delete(key);
    }
    this.lastKey = null;
  }

  private figureOfEvents(figure: Figure, plan: number): ReadFigure {
    return (key, at) => {
      const window = this.window(plan, key, at);
      return window === null ? figure.ofNothing : figure.read(window, noAccumulator, at);
    };
  }

  private window(plan: number, key: string, at: number): Window | null {
    const timeline = this.timelineOf(key);
    if (timeline === undefined) return null;
    const { newest, latenessMs } = this.progress;
    return timeline.window(plan, Math.max(at, newest - latenessMs) - this.plans[plan].withinMs, at);
  }

  private timelineOf(key: string): Timeline | undefined {
    if (key !== this.lastKey) {
      this.lastKey = key;
      this.lastTimeline = this.timelines.get(key);
    }
    return this.lastTimeline;
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
