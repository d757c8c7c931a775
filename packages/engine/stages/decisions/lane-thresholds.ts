import type { Lane, QuotaPolicy } from '../../use-case/policy.ts';
import { severity } from './severity.ts';

/** From which expected value on an office takes an event into a lane, and how often it draws one below at random. */
export interface LaneThreshold {
  readonly outcome: string;
  readonly office: string;
  /** Expected value, in the use case's currency; Infinity where the lane has no capacity. */
  readonly from: number;
  /** Probability that an event below every threshold is drawn into this lane. */
  readonly randomRate: number;
}

/** The recent past that thresholds are set by: one entry per event, labelled or not. */
export interface RecentEvents {
  readonly offices: readonly string[];
  /** Probabilities of the label. */
  readonly scores: Float64Array;
  readonly amountsAtStake: Float64Array;
  readonly expectedValues: Float64Array;
  readonly eventTimes: Float64Array;
}

/** What quotas go by of it. */
type QuotaHistory = Pick<RecentEvents, 'offices' | 'expectedValues' | 'eventTimes'>;

/** Thresholds for offices that the recent past does not know stand under this name. */
export const anyOffice = 'default';

const msPerDay = 86_400_000;

/**
 * Sets the thresholds so that, at the recent past's volumes, each office's lanes fill their capacity: the model takes
 * the highest expected values up to `(1 − randomShare)` of it, the most severe lane first, and a random draw from the
 * rest fills the remainder. A lane with a `caseCost` takes nothing from which less is expected; what it leaves goes to
 * the milder lanes. All cases of a lane cost the same, so the highest values are those of highest value less cost.
 */
export function laneThresholds(policy: QuotaPolicy, recent: QuotaHistory): LaneThreshold[] {
  const days = Math.max(1, spanInDays(recent.eventTimes));
  const byOffice = Map.groupBy(recent.expectedValues.keys(), row => recent.offices[row]);
  const named = [...byOffice].flatMap(([office, rows]) =>
    officeThresholds(policy, office, valuesOf(recent, rows), days),
  );
  const averageVolume = recent.expectedValues.length / Math.max(1, byOffice.size);
  const all = valuesOf(recent, [...recent.expectedValues.keys()]);
  return [...named, ...officeThresholds(policy, anyOffice, all, (days * all.length) / Math.max(1, averageVolume))];
}

/** Share of the recent past that all lanes of all offices together could have worked, at most 1. */
export function capacityShare(policy: QuotaPolicy, { offices, eventTimes }: QuotaHistory): number {
  const perDay = [...new Set(offices)].reduce(
    (sum, office) => sum + policy.lanes.reduce((ofOffice, lane) => ofOffice + capacityOf(lane, office), 0),
    0,
  );
  return eventTimes.length === 0 ? 0 : Math.min(1, (perDay * Math.max(1, spanInDays(eventTimes))) / eventTimes.length);
}

/** Thresholds as the flat numbers of a manifest: `rojo/118/from`, `rojo/118/random`. */
export function toManifest(thresholds: readonly LaneThreshold[]): Record<string, number> {
  return Object.fromEntries(
    thresholds.flatMap(({ outcome, office, from, randomRate }) => [
      [`${outcome}/${office}/from`, Number.isFinite(from) ? from : Number.MAX_VALUE],
      [`${outcome}/${office}/random`, randomRate],
    ]),
  );
}

/** The thresholds of one office, or of any where it is not known. */
export function laneThresholdsOf(
  manifest: Readonly<Record<string, number>>,
  policy: QuotaPolicy,
  office: string,
): LaneThreshold[] {
  return policy.lanes.map(({ outcome }) => {
    const known = `${outcome}/${office}/from` in manifest ? office : anyOffice;
    return {
      outcome,
      office,
      from: manifest[`${outcome}/${known}/from`] ?? Infinity,
      randomRate: manifest[`${outcome}/${known}/random`] ?? 0,
    };
  });
}

/** Cases that an office can work in a lane on a day. */
export function capacityOf(lane: Lane, office: string): number {
  return lane.capacity[office] ?? lane.capacity.default;
}

function officeThresholds(policy: QuotaPolicy, office: string, values: Float64Array, days: number): LaneThreshold[] {
  const descending = values.toSorted().toReversed();
  const perDay = values.length / days;
  let taken = 0;
  return mostSevereFirst(policy).map(lane => {
    const share = perDay === 0 ? 0 : capacityOf(lane, office) / perDay;
    const byCapacity = Math.min(1 - taken, share * (1 - lane.randomShare));
    const last = Math.floor((taken + byCapacity) * descending.length) - 1;
    const atCapacity = byCapacity > 0 && last >= 0 ? descending[last] : Infinity;
    const from = Math.max(atCapacity, lane.caseCost ?? 0);
    taken = from > atCapacity ? Math.max(taken, shareFrom(descending, from)) : taken + byCapacity;
    return {
      outcome: lane.outcome,
      office,
      from,
      randomRate: Math.min(1, (share * lane.randomShare) / Math.max(1 - totalModelShare(policy, office, perDay), 0.01)),
    };
  });
}

/** Share of the values that reach this one. */
function shareFrom(values: Float64Array, from: number): number {
  return values.length === 0 ? 0 : values.filter(value => value >= from).length / values.length;
}

function totalModelShare(policy: QuotaPolicy, office: string, perDay: number): number {
  const perLane = policy.lanes.map(
    lane => (capacityOf(lane, office) * (1 - lane.randomShare)) / Math.max(perDay, 1e-9),
  );
  return Math.min(
    1,
    perLane.reduce((sum, share) => sum + share, 0),
  );
}

function mostSevereFirst(policy: QuotaPolicy): Lane[] {
  return policy.lanes.toSorted((a, b) => severity(policy, b.outcome) - severity(policy, a.outcome));
}

function valuesOf(recent: QuotaHistory, rows: readonly number[] | Iterable<number>): Float64Array {
  return Float64Array.from(rows, row => recent.expectedValues[row]);
}

function spanInDays(times: Float64Array): number {
  let [first, last] = [Infinity, -Infinity];
  for (const time of times) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return times.length === 0 ? 0 : Math.round((last - first) / msPerDay) + 1;
}
