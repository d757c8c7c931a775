import { outOfOrder } from '../refusals.ts';
import type { OrderedEntry, SharedOrder, SharedSnapshot } from '../shared-order.ts';

/**
 * An order that servers of one process share: for tests, and for a single server. Of what a snapshot holds it keeps so
 * many newest entries.
 */
export function createMemorySharedOrder(keepNewest = 100_000): SharedOrder {
  let entries: readonly OrderedEntry[] = [];
  let kept: SharedSnapshot | null = null;
  let place = 0;
  let givenUp = 0;
  let knownAt = -Infinity;
  return {
    append: async (added, after) => {
      if (after < givenUp || after > place) throw outOfOrder(after);
      const placed = added.map(entry => {
        knownAt = Math.max(entry.knownAt, knownAt + 1);
        return { place: ++place, entry: { ...entry, knownAt } };
      });
      entries = [...entries, ...placed];
      return entries.filter(one => one.place > after);
    },
    snapshot: async () => kept,
    keep: async snapshot => {
      if (snapshot.place <= (kept?.place ?? 0)) return;
      kept = snapshot;
      givenUp = Math.max(givenUp, Math.min(snapshot.place, place - keepNewest));
      entries = entries.filter(one => one.place > givenUp);
    },
  };
}
