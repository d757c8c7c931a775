import type {
  Attributions,
  Explainable,
  FittedClassifier,
  FittedRegressor,
  ScoreScale,
} from '../protocol/estimator.ts';
import { readState, writeState } from '../persist/archive.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { seeded } from '../random/random.ts';
import { type Table, takeRows } from '../table/table.ts';
import { answersOf, rowOf } from './answers.ts';
import type { CheckContext } from './check-context.ts';
import { checkData } from './check-data.ts';
import { BrokenPromise, promise, sameAnswers, sameValues } from './expectations.ts';

export function sameSeedSameBits({ subject, data, answers, fitted }: CheckContext): void {
  const again = subject.make().fit(data.X, data.y, { random: seeded(7) });
  sameAnswers(answersOf(again, data.X), answers, 'when fitted again with the same seed');
  promise(sameState(again.toState(), fitted.toState()), 'its state must have the same bits for the same seed');
}

export function threadsChangeNothing({ subject, data, answers }: CheckContext): void {
  const threaded = subject.make().fit(data.X, data.y, { random: seeded(7), threads: 2 });
  sameAnswers(answersOf(threaded, data.X), answers, 'when fitted by two threads');
}

export function fittingLeavesNoTrace({ subject, settings, estimator, data, answers }: CheckContext): void {
  const other = checkData(seeded(99), {
    rows: 120,
    target: subject.role === 'regressor' ? 'number' : 'class',
    categories: settings.categories ?? true,
    gaps: settings.gaps ?? true,
  });
  estimator.fit(other.X, other.y, { random: seeded(1) });
  const again = estimator.fit(data.X, data.y, { random: seeded(7) });
  sameAnswers(answersOf(again, data.X), answers, 'after fitting other rows in between');
}

export function inputsUnchanged({ subject, data, pristine }: CheckContext): void {
  const before = pristine;
  const weights = data.weights.map(weight => weight + 1);
  const fitted = subject.make().fit(data.X, data.y, { random: seeded(7), weights });
  answersOf(fitted, data.X);
  promise(sameArray(data.y, before.y), 'it must leave `y` unchanged');
  promise(
    weights.every((weight, i) => weight === before.weights[i] + 1),
    'it must leave `weights` unchanged',
  );
  for (const [name, one] of data.X.columns) {
    const was = before.X.columns.get(name)!;
    const same =
      one.kind === 'category' && was.kind === 'category'
        ? sameArray(one.codes, was.codes) && one.levels.join('\n') === was.levels.join('\n')
        : one.kind !== 'category' && was.kind !== 'category' && sameArray(one.values, was.values);
    promise(same, `it must leave the column \`${name}\` unchanged`);
  }
  promise(before.X.columns.size === data.X.columns.size, 'it must leave the columns unchanged');
}

export function rowAsInBatch({ fitted, data, answers }: CheckContext): void {
  for (const row of [0, 1, 2, 57, 198, 199]) {
    const alone = answersOf(fitted, takeRows(data.X, [row]));
    alone.forEach((answer, k) => sameValues(answer, rowOf(answers[k], row), { when: `for row ${row} alone` }));
  }
  const backwards = Array.from({ length: data.X.rowCount }, (_, i) => data.X.rowCount - 1 - i);
  answersOf(fitted, takeRows(data.X, backwards)).forEach((answer, k) => {
    const expected = backwards.flatMap(row => rowOf(answers[k], row));
    sameValues(answer, expected, { when: 'for the rows in another order' });
  });
}

export function emptyTable({ fitted, data }: CheckContext): void {
  for (const { name, values } of answersOf(fitted, takeRows(data.X, []))) {
    promise(values.length === 0, `${name} must give nothing for no rows; got ${values.length} values`);
  }
}

export function answersInShape({ subject, fitted, data, answers }: CheckContext): void {
  const method = {
    classifier: 'predictProba',
    regressor: 'predict',
    detector: 'anomalyScore',
    transformer: 'transform',
  };
  promise(method[subject.role] in fitted, `a fitted ${subject.role} must have \`${method[subject.role]}\``);
  promise(fitted.kind === subject.kind, `it must name itself \`${subject.kind}\`; got \`${fitted.kind}\``);
  for (const { name, width, values } of answers) {
    promise(values.length === data.X.rowCount * width, `${name} must give ${width} values per row`);
    if (name.startsWith('column')) continue;
    const strange = values.findIndex(value => !Number.isFinite(value));
    promise(strange < 0, `${name} must be finite; value ${strange} is ${values[strange]}`);
    const outside = values.findIndex(value => name === 'predictProba' && !(Number(value) >= 0 && Number(value) <= 1));
    promise(outside < 0, `${name} must lie in [0, 1]; value ${outside} is ${values[outside]}`);
  }
}

export function explanationsAddUp({ fitted, data, settings }: CheckContext): void {
  if (!('explain' in fitted)) return;
  const model = fitted as Explainable<ScoreScale> & Partial<FittedClassifier & FittedRegressor>;
  const attributions = model.explain(data.X);
  const score = scoresOn(attributions.scale, model, data.X);
  const { sumTolerance = 1e-9 } = settings;
  sums(attributions, data.X.rowCount).forEach((sum, i) => {
    const isClose =
      Math.abs(onScoreScale(sum, attributions.scale) - score[i]) <= sumTolerance * Math.max(1, Math.abs(score[i]));
    promise(isClose, `the explanation of row ${i} must add up to its score ${score[i]}; it gives ${sum}`);
  });
}

export function weightZeroIsAbsent({ subject, data, settings }: CheckContext): void {
  const kept = Array.from(data.weights.keys()).filter(row => data.weights[row] > 0);
  const weighted = subject.make().fit(data.X, data.y, { random: seeded(7), weights: data.weights });
  const without = subject.make().fit(takeRows(data.X, kept), pick(data.y, kept), {
    random: seeded(7),
    weights: pick(data.weights, kept),
  });
  const expected = answersOf(without, data.X);
  sameAnswers(
    answersOf(weighted, data.X),
    expected,
    'when rows of weight 0 are left out',
    settings.weightTolerance ?? 1e-9,
  );
}

export function stateRoundTrip({ subject, settings, fitted, data, answers }: CheckContext): void {
  const state = fitted.toState();
  promise(state.kind === subject.kind, `its state must be of kind \`${subject.kind}\`; got \`${state.kind}\``);
  promise(state.protocol === PROTOCOL, `its state must have protocol ${PROTOCOL}; got ${state.protocol}`);
  requirePlain(state, state.kind);
  const restored = subject.fromState(readState(writeState(state)), settings.read);
  promise(
    JSON.stringify(restored.inputs) === JSON.stringify(fitted.inputs),
    'it must have the same inputs when restored from its state',
  );
  sameAnswers(answersOf(restored, data.X), answers, 'when restored from its state');
  promise(sameState(restored.toState(), state), 'its state must survive being restored and written again');
}

function scoresOn(scale: ScoreScale, model: Partial<FittedClassifier & FittedRegressor>, X: Table): Float64Array {
  const scores = isOfRegressor(scale) ? model.predict?.(X) : model.predictProba?.(X);
  if (!scores) throw new BrokenPromise(`an explanation on the scale \`${scale}\` must have a score on it`);
  return scores;
}

function onScoreScale(sum: number, scale: ScoreScale): number {
  if (scale === 'log-odds') return 1 / (1 + Math.exp(-sum));
  return scale === 'log-value' ? Math.exp(sum) : sum;
}

function isOfRegressor(scale: ScoreScale): boolean {
  return scale === 'value' || scale === 'log-value';
}

function sums({ inputs, base, values }: Attributions<ScoreScale>, rows: number): number[] {
  return Array.from({ length: rows }, (_, i) =>
    inputs.reduce((sum, __, j) => sum + values[i * inputs.length + j], base),
  );
}

/** JSON that reads back as it was written: no NaN, no undefined, no object with a prototype of its own. */
function requirePlain(state: State, path: string): void {
  const again: unknown = JSON.parse(JSON.stringify(state.values));
  promise(sameJson(again, state.values), `the values of \`${path}\` must survive JSON; NaN and undefined do not`);
  for (const [name, part] of Object.entries(state.parts)) requirePlain(part, `${path}.${name}`);
}

/** Whether both hold the same, in whatever order their keys stand. */
function sameState(a: State, b: State): boolean {
  return (
    a.kind === b.kind &&
    sameJson(a.values, b.values) &&
    sameKeys(a.arrays, b.arrays) &&
    Object.keys(a.arrays).every(name => sameArray(a.arrays[name], b.arrays[name])) &&
    sameKeys(a.parts, b.parts) &&
    Object.keys(a.parts).every(name => sameState(a.parts[name], b.parts[name]))
  );
}

function sameJson(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return Object.is(a, b);
  return sameKeys(a, b) && Object.keys(a).every(key => sameJson(a[key], b[key]));
}

function sameKeys(a: object, b: object): boolean {
  return Object.keys(a).sort().join('\n') === Object.keys(b).sort().join('\n');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function sameArray(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

function pick(values: Float64Array, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, row => values[row]);
}
