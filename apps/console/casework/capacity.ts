import type { QueueSummary } from '@rikuy/contracts';

export type CapacityEntry = QueueSummary['capacity'][number];

/** A day's work against the capacity for it, in cases. */
export interface Workload {
  readonly capacity: number;
  readonly done: number;
  /** Still to do and within capacity. */
  readonly within: number;
  /** What capacity does not reach. */
  readonly below: number;
}

/** Adds up offices and outcomes. Room in one of them does not serve another: each has its own inspectors. */
export function workloadOf(entries: readonly CapacityEntry[]): Workload {
  return entries.map(workloadOfOne).reduce(add, { capacity: 0, done: 0, within: 0, below: 0 });
}

function workloadOfOne({ capacity, waiting, done }: CapacityEntry): Workload {
  const room = Math.max(0, capacity - done);
  const within = Math.min(waiting, room);
  return { capacity, done, within, below: waiting - within };
}

function add(one: Workload, other: Workload): Workload {
  return {
    capacity: one.capacity + other.capacity,
    done: one.done + other.done,
    within: one.within + other.within,
    below: one.below + other.below,
  };
}

/** The entries of each office, in the order of the offices. */
export function byOffice(entries: readonly CapacityEntry[]): readonly (readonly [string, readonly CapacityEntry[]])[] {
  const offices = Map.groupBy(entries, ({ office }) => office);
  return [...offices].sort(([one], [other]) => one.localeCompare(other));
}
