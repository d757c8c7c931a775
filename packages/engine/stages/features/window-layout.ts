import type { NumberStore } from '../../expressions/accumulators/number-store.ts';
import type { Accumulator } from '../../expressions/figure.ts';
import { edgeNumbers, type OpenedTimeline, Window, type WindowPlan, type WindowRows } from './window.ts';

/** A timeline as its windows see it: its rows, and what they remember of them. */
export interface WindowedRows extends WindowRows, NumberStore {
  /** The accumulators that keep their values by themselves, in the order of the layout. */
  readonly collections: Accumulator[];
}

/**
 * Where the windows of these plans keep their numbers among those of a timeline. There are as many timelines as keys,
 * but one window object for each plan: it is lent to the timeline that is opened, one after the other.
 */
export class WindowLayout implements OpenedTimeline {
  readonly windows: readonly Window[];
  /** The numbers of a timeline of which nothing has been asked yet. */
  readonly unasked: readonly number[];
  /** Those of the opened timeline. */
  numbers: number[] = [];
  private opened: WindowedRows | null = null;
  private readonly collections: readonly Collection[];

  constructor(plans: readonly WindowPlan[]) {
    const unasked: number[] = [];
    const collections: Collection[] = [];
    this.windows = plans.map(plan => {
      const window = new Window(plan, this, unasked.length);
      unasked.push(...edgeNumbers);
      plan.accumulators.forEach((kind, i) => {
        if (kind.size === 0) collections.push({ window, position: i, create: kind.create });
        for (let k = 0; k < kind.size; k++) unasked.push(0);
      });
      return window;
    });
    this.unasked = unasked;
    this.collections = collections;
  }

  get rows(): WindowedRows {
    return this.opened!;
  }

  get spilled(): Map<number, number[]> | null {
    return this.opened!.spilled;
  }

  set spilled(spilled: Map<number, number[]> | null) {
    this.opened!.spilled = spilled;
  }

  newCollections(): Accumulator[] {
    return this.collections.map(({ create }) => create());
  }

  /** Lends the windows to a timeline. */
  open(rows: WindowedRows): void {
    if (this.opened === rows) return;
    this.opened = rows;
    this.numbers = rows.numbers;
    const { collections } = this;
    for (let i = 0; i < collections.length; i++) {
      const { window, position } = collections[i];
      window.accumulators[position] = rows.collections[i];
    }
  }

  empty(window: Window): void {
    const { rows, numbers, unasked } = this;
    for (let at = window.remembersFrom; at < window.remembersTo; at++) {
      numbers[at] = unasked[at];
      rows.spilled?.delete(at);
    }
    this.collections.forEach((collection, i) => {
      if (collection.window !== window) return;
      rows.collections[i] = collection.create();
      window.accumulators[collection.position] = rows.collections[i];
    });
  }
}

interface Collection {
  readonly window: Window;
  /** Among the accumulators of the window. */
  readonly position: number;
  readonly create: () => Accumulator;
}
