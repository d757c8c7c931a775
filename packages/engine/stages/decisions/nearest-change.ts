import type { RecordValues } from '@rikuy/contracts';
import type { ChangeableField } from '../../use-case/changeable.ts';

/** How good a record stands; the lower the better, and at or below 0 it is favourable. */
export type Judge = (record: RecordValues) => number;

/** Steps taken by field, by its place among those that can be changed. */
type Steps = readonly number[];

export interface NearestChange {
  readonly found: boolean;
  /** Of those changed: its declaration, its value before and after. */
  readonly changes: readonly { readonly change: ChangeableField; readonly from: number; readonly to: number }[];
  readonly record: RecordValues;
}

/**
 * The change of least effort that makes a record favourable. One field alone is tried in full; where none suffices, the
 * step that gains most for its effort is taken again and again, and then every step that was not needed is taken back,
 * so that no field can be changed less. Without such a change it gives the best that was found.
 *
 * The judge is asked of records, not of features, so that whatever is derived from a field moves with it.
 * Model-agnostic counterfactuals as in Wachter, Mittelstadt and Russell (2018), over declared steps.
 */
export function nearestChange(
  changeable: readonly ChangeableField[],
  record: RecordValues,
  judge: Judge,
): NearestChange {
  const ways = changeable.map(change => wayOf(change, record));
  const judgeAt = remembering(ways, record, judge);
  const start = ways.map(() => 0);
  const single = cheapest(
    ways,
    [start, ...singles(ways, start)].filter(steps => judgeAt(steps) <= 0),
  );
  const steps = single ?? shrunk(ways, climbed(ways, start, judgeAt), judgeAt);
  return { found: judgeAt(steps) <= 0, changes: changesOf(ways, steps), record: changed(ways, steps, record) };
}

/** A field's values in the order of effort, the present one first. */
interface Way {
  readonly change: ChangeableField;
  readonly values: readonly number[];
}

function wayOf(change: ChangeableField, record: RecordValues): Way {
  const now = record[change.field];
  if (typeof now !== 'number') return { change, values: [NaN] };
  const unit = change.scale === 'factor' ? Math.abs(now) : 1;
  const furthest = (change.direction === 'lower' ? change.least : change.most) * unit;
  const distance = change.direction === 'lower' ? now - furthest : furthest - now;
  const towards = Math.sign(furthest - now) * change.step * unit;
  const whole = distance > 0 ? Math.ceil(distance / (change.step * unit) - 1e-9) : 0;
  const steps = Array.from({ length: whole }, (_, k) => (k === whole - 1 ? furthest : now + (k + 1) * towards));
  return { change, values: [now, ...steps.map(toCents)] };
}

function toCents(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Every state that moves one field and leaves the others. */
function singles(ways: readonly Way[], from: Steps): Steps[] {
  return ways.flatMap(({ values }, way) =>
    Array.from({ length: values.length - 1 - from[way] }, (_, k) => from.with(way, from[way] + k + 1)),
  );
}

function climbed(ways: readonly Way[], start: Steps, judgeAt: (steps: Steps) => number): Steps {
  let [steps, level] = [start, judgeAt(start)];
  while (level > 0) {
    const further = singles(ways, steps).filter(next => judgeAt(next) < level);
    if (further.length === 0) return steps;
    const gain = (next: Steps): number => (level - judgeAt(next)) / (effortOf(ways, next) - effortOf(ways, steps));
    steps =
      cheapest(
        ways,
        further.filter(next => judgeAt(next) <= 0),
      ) ?? further.reduce((best, next) => (gain(next) > gain(best) ? next : best));
    level = judgeAt(steps);
  }
  return steps;
}

/** Takes back what is not needed, first where it costs most. */
function shrunk(ways: readonly Way[], found: Steps, judgeAt: (steps: Steps) => number): Steps {
  const enough = Math.max(0, judgeAt(found));
  let steps = found;
  for (;;) {
    const back = ways
      .flatMap((_, way) => (steps[way] > 0 ? [steps.with(way, steps[way] - 1)] : []))
      .filter(less => judgeAt(less) <= enough);
    const next = cheapest(ways, back);
    if (next === null) return steps;
    steps = next;
  }
}

function cheapest(ways: readonly Way[], states: readonly Steps[]): Steps | null {
  return states.reduce<Steps | null>(
    (best, steps) => (best === null || effortOf(ways, steps) < effortOf(ways, best) ? steps : best),
    null,
  );
}

/** Each field's share of its way, times how hard its way is. */
function effortOf(ways: readonly Way[], steps: Steps): number {
  return steps.reduce((sum, taken, way) => {
    const { change, values } = ways[way];
    return taken === 0 ? sum : sum + ((change.effort ?? 1) * taken) / (values.length - 1);
  }, 0);
}

function changed(ways: readonly Way[], steps: Steps, record: RecordValues): RecordValues {
  const next: Record<string, RecordValues[string]> = { ...record };
  for (const { change, from, to } of changesOf(ways, steps)) {
    next[change.field] = Number(next[change.field]) + (to - from);
    for (const field of change.along ?? []) {
      const value = next[field];
      if (typeof value === 'number') next[field] = toCents(value + (to - from));
    }
  }
  for (const { change } of ways) {
    const value = next[change.field];
    if (typeof value === 'number') next[change.field] = toCents(value);
  }
  return next;
}

function changesOf(ways: readonly Way[], steps: Steps): NearestChange['changes'] {
  return ways.flatMap(({ change, values }, way) =>
    steps[way] === 0 ? [] : [{ change, from: values[0], to: values[steps[way]] }],
  );
}

function remembering(ways: readonly Way[], record: RecordValues, judge: Judge): (steps: Steps) => number {
  const known = new Map<string, number>();
  return steps => {
    const key = steps.join(' ');
    const level = known.get(key) ?? judge(changed(ways, steps, record));
    known.set(key, level);
    return level;
  };
}
