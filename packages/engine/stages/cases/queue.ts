import type { QueueItem, QueuePage, QueueSummary } from '@rikuy/contracts';
import type { DayCount, RankedCase } from '../../ports/case-store.ts';
import type { Policy } from '../../use-case/policy.ts';

/** A page of the queue, each case marked by whether its office can work it that day. */
export function queuePage(
  policy: Policy,
  page: { readonly items: readonly RankedCase[]; readonly total: number; readonly next: string | null },
): QueuePage {
  return { items: page.items.map(item => withCapacity(policy, item)), total: page.total, next: page.next };
}

function withCapacity(policy: Policy, item: RankedCase): QueueItem {
  return { ...item, withinCapacity: item.rank <= capacity(policy, item.outcome, item.office) };
}

/**
 * Cases of this outcome that an office can work in a day; none where the outcome has no lane. Policies without quotas
 * state no capacity, so that every case is within it.
 */
export function capacity(policy: Policy, outcome: string, office: string): number {
  if (policy.kind !== 'quotas') return Infinity;
  const lane = policy.lanes.find(one => one.outcome === outcome);
  return lane ? (lane.capacity[office] ?? lane.capacity.default) : 0;
}

export interface SummaryOptions {
  readonly day: string;
  readonly office?: string;
  readonly currency: string;
}

/** A day's work and yield, and what the last 30 days recovered. */
export function queueSummary(
  policy: Policy,
  counts: readonly DayCount[],
  { day, office, currency }: SummaryOptions,
): QueueSummary {
  const wanted = counts.filter(count => !office || count.office === office);
  const today = wanted.filter(count => count.day === day);
  return {
    day,
    days: distinct(counts.map(count => count.day)),
    offices: distinct(counts.map(count => count.office)).toSorted(),
    outcomes: Object.fromEntries(
      [...Map.groupBy(today, count => count.outcome)].map(([outcome, of]) => [outcome, sum(of, count => count.cases)]),
    ),
    capacity: (policy.kind === 'quotas' ? today : []).map(count => ({
      office: count.office,
      outcome: count.outcome,
      capacity: capacity(policy, count.outcome, count.office),
      waiting: count.cases - count.closed,
      done: count.closed,
    })),
    verdicts: sum(today, count => count.closed),
    confirmed: sum(today, count => count.confirmed),
    recovered: { amount: sum(today, count => count.recovered), currency },
    recoveredByDay: recoveredByDay(wanted, day),
    expected: { amount: sum(today, count => count.expectedValue), currency },
  };
}

function recoveredByDay(counts: readonly DayCount[], until: string): QueueSummary['recoveredByDay'] {
  const days = [...Map.groupBy(counts, count => count.day)]
    .filter(([day]) => day <= until)
    .toSorted(byDay)
    .slice(-30);
  return days.map(([day, of]) => ({
    day,
    amount: sum(of, count => count.recovered),
    verdicts: sum(of, count => count.closed),
    confirmed: sum(of, count => count.confirmed),
  }));
}

function byDay([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
