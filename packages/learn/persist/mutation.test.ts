import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolationForest } from '../anomaly/isolation-forest.ts';
import { catalogue } from '../catalogue.ts';
import { answersOf } from '../checks/answers.ts';
import { checkData } from '../checks/check-data.ts';
import { pipeline } from '../compose/pipeline.ts';
import { scorecard } from '../linear/scorecard.ts';
import { logisticRegression } from '../linear/logistic-regression.ts';
import { autoencoder } from '../neural/autoencoder.ts';
import { sequenceNetwork } from '../neural/sequence-network.ts';
import { impute } from '../preprocess/impute.ts';
import { oneHot } from '../preprocess/one-hot.ts';
import { scale } from '../preprocess/scale.ts';
import { targetEncode } from '../preprocess/target-encode.ts';
import type { Fitted } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import type { Json, State, StateArray } from '../protocol/state.ts';
import { seeded } from '../random/random.ts';
import { gradientBoostingClassifier, gradientBoostingRegressor } from '../trees/gradient-boosting.ts';
import { randomForestClassifier } from '../trees/random-forest.ts';
import { readState, writeState } from './archive.ts';
import { restore } from './restore.ts';

const { X, y } = checkData(seeded(3), { rows: 60, target: 'class', categories: true, gaps: true });
const plain = checkData(seeded(3), { rows: 60, target: 'class', categories: false, gaps: false });
const steps = { first: ['amount', 'balance'], second: ['items', 'constant'] };

/** One fitted object for each way in which states are made. */
const fitted: Readonly<Record<string, Fitted>> = {
  boosting: gradientBoostingClassifier({ trees: 4, maxDepth: 3 }).fit(X, y),
  'boosting of amounts': gradientBoostingRegressor({ trees: 4, maxDepth: 3, objective: 'tweedie' }).fit(X, y),
  forest: randomForestClassifier({ trees: 4, maxDepth: 4 }).fit(X, y),
  'isolation forest': isolationForest({ trees: 4 }).fit(X, y),
  scorecard: scorecard({ maxBins: 4 }).fit(X, y),
  pipeline: pipeline([
    impute({ indicator: true }),
    scale(),
    targetEncode({ columns: ['sector'] }),
    oneHot(),
    logisticRegression(),
  ]).fit(X, y),
  autoencoder: autoencoder({ encoder: [5, 2], epochs: 1, batchNorm: true }).fit(plain.X, plain.y),
  'sequence network': sequenceNetwork({ sequences: steps, layers: [4], epochs: 1 }).fit(plain.X, plain.y),
};

describe.each(Object.entries(fitted))('the archive of a %s', (_, model) => {
  const archive = writeState(model.toState());

  it('is refused with any bit flipped', () => {
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.nat(7), (at, bit) => {
        const altered = archive.slice();
        altered[at] ^= 1 << bit;
        expect(refusalOf(() => readState(altered))).toBe('unreadable-state');
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when cut anywhere', () => {
    fc.assert(
      fc.property(fc.nat(archive.length - 1), length => {
        expect(refusalOf(() => readState(archive.subarray(0, length)))).toBe('unreadable-state');
      }),
      { numRuns: 60 },
    );
  });
});

/*
 * Whoever changes a value and seals the archive anew has made another model. It may be refused or answer otherwise, but
 * never end in an error that is none of ours, nor go on for ever.
 */
describe.each(Object.entries(fitted))('the state of a %s, changed and sealed anew', (name, model) => {
  const rows = name === 'autoencoder' || name === 'sequence network' ? plain.X : X;
  const places = placesOf(model.toState());

  it('is refused, or answers as a model', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), changes, (place, change) => {
        const changed = changedState(model.toState(), place, change);
        const refused = refusalOf(() => answersOf(restore(readState(writeState(changed)), catalogue), rows));
        expect(refused ?? 'answered').toMatch(/^(answered|unreadable-state|invalid-data|missing-column)$/);
      }),
      { numRuns: 60 },
    );
  });
});

type Place = readonly string[];
type Change =
  | { readonly kind: 'drop' }
  | { readonly kind: 'put'; readonly value: Json }
  | { readonly kind: 'shorten' }
  | { readonly kind: 'overwrite'; readonly at: number; readonly value: number };

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constant({ kind: 'drop' } as const),
  fc
    .constantFrom<Json>(null, '', -1, 0, 1.5, 1e9, NaN, true, 'other', [], {})
    .map(value => ({ kind: 'put' as const, value })),
  fc.constant({ kind: 'shorten' } as const),
  fc.record({
    kind: fc.constant('overwrite' as const),
    at: fc.nat(10_000),
    value: fc.constantFrom(-7, -1, 0, 65_535, 1e9, NaN),
  }),
);

/** Every value, array and part of a state. */
function placesOf(value: unknown, at: Place = []): Place[] {
  const here = at.length > 0 ? [at] : [];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return here;
  return [...here, ...Object.entries(value).flatMap(([key, one]) => placesOf(one, [...at, key]))].filter(
    place => place.at(-1) !== 'protocol',
  );
}

type Container = Record<string, unknown>;

function changedState(state: State, place: Place, change: Change): State {
  const copy = structuredClone(state);
  const parent = place.slice(0, -1).reduce<Container>((at, key) => at[key] as Container, copy as unknown as Container);
  const key = place.at(-1)!;
  const isArray = ArrayBuffer.isView(parent[key]);
  if (change.kind === 'put' && key !== 'kind' && !place.slice(0, -1).includes('values')) return copy; // `writeState` takes states only
  if (isArray) changeArray(parent, key, change);
  else if (change.kind === 'put') parent[key] = change.value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (!(key in state)) delete parent[key];
  return copy;
}

function changeArray(parent: Container, key: string, change: Change): void {
  const array = parent[key] as StateArray;
  if (change.kind === 'drop') delete parent[key];
  if (change.kind === 'shorten') parent[key] = array.slice(0, -1);
  if (change.kind === 'overwrite' && array.length > 0) array[change.at % array.length] = change.value;
}

/** The code of the refusal, nothing where there was none; any other error goes on. */
function refusalOf(attempt: () => unknown): string | undefined {
  try {
    attempt();
  } catch (error) {
    if (error instanceof LearnError) return error.code;
    throw error;
  }
  return undefined;
}
