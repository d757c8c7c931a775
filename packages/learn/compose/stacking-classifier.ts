import { z } from 'zod';
import { assignFolds } from '../math/fold-assignment.ts';
import { gather, positionsUpTo } from '../math/gather.ts';
import type { Estimator, FittedClassifier, FitOptions, InputColumn, ReadPart } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readValues } from '../protocol/read-state.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { countedRows, type WeightedRows } from '../protocol/weighted-rows.ts';
import { type Random, seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { table, type Table, takeRows } from '../table/table.ts';
import { described, isClassifier, partOf, partsReader } from './capabilities.ts';
import { requireRowLabels } from './row-labels.ts';

export interface StackingOptions {
  /** Parts in which training rows are scored by members that did not see them; default 5. */
  readonly folds?: number;
}

/** Fitted members, and the classifier that makes one probability of theirs. */
export interface FittedStack extends FittedClassifier {
  readonly members: readonly FittedClassifier[];
  readonly last: FittedClassifier;
}

const KIND = 'stacking-classifier';

/**
 * A classifier on the probabilities of others (Wolpert, "Stacked generalization", 1992). It is fitted to out-of-fold
 * probabilities of the training rows, which it gets as columns `member1`, `member2`, …; the members are then fitted to
 * all of them.
 * @example stackingClassifier([randomForestClassifier(), gradientBoostingClassifier()], logisticRegression())
 */
export const stackingClassifier = Object.assign(composeStack, { kind: KIND, fromState: readStack });

function composeStack(
  members: readonly Estimator<FittedClassifier>[],
  last: Estimator<FittedClassifier>,
  { folds = 5 }: StackingOptions = {},
): Estimator<FittedStack> {
  if (members.length === 0) throw new LearnError('invalid-parameter', '`members` must have at least one; got none.');
  if (!Number.isInteger(folds) || folds < 2) {
    throw new LearnError('invalid-parameter', `\`folds\` must be an integer ≥ 2; got ${folds}.`);
  }
  return {
    kind: KIND,
    params: { members: members.map(described), last: described(last), folds },
    fit: (X, y, options = {}) => {
      requireRowLabels(X, y, options);
      const counted = countedRows(X, y, options);
      const random = options.random ?? seeded(0);
      const foldOf = assignFolds(counted.y, Math.min(folds, counted.rows.length), random.fork('folds'));
      const scores = members.map((member, k) =>
        outOfFold(member, { counted, foldOf, options, random: random.fork(`fold/${k}`) }),
      );
      const rest: FitOptions = { ...options, validation: undefined }; // of which the last one has no scores
      const onScores = { ...rest, weights: counted.weights, random: random.fork('last') };
      const fittedLast = last.fit(scoreTable(scores), counted.y, onScores);
      const fitted = members.map((member, k) => member.fit(X, y, { ...options, random: random.fork(k) }));
      return fittedStack(fitted.map(requireClassifier), requireClassifier(fittedLast));
    },
  };
}

interface Folds {
  readonly counted: WeightedRows;
  readonly foldOf: Uint16Array;
  readonly options: FitOptions;
  readonly random: Random;
}

function outOfFold(member: Estimator<FittedClassifier>, { counted, foldOf, options, random }: Folds): Float64Array {
  const positions = positionsUpTo(foldOf.length);
  const score = new Float64Array(foldOf.length);
  for (const fold of new Set(foldOf)) {
    const [inside, outside] = [positions.filter(k => foldOf[k] === fold), positions.filter(k => foldOf[k] !== fold)];
    const own = { ...options, weights: gather(counted.weights, outside), random: random.fork(fold) };
    const fitted = requireClassifier(member.fit(takeRows(counted.X, outside), gather(counted.y, outside), own));
    fitted.predictProba(takeRows(counted.X, inside)).forEach((p, at) => (score[inside[at]] = p));
  }
  return score;
}

function scoreTable(scores: readonly Float64Array[]): Table {
  return table(new Map(scores.map((score, k) => [`member${k + 1}`, numbers(score)])));
}

function requireClassifier(fitted: FittedClassifier): FittedClassifier {
  if (isClassifier(fitted)) return fitted;
  const { kind } = fitted as FittedClassifier;
  throw new LearnError('invalid-parameter', `a stack is made of classifiers; \`${kind}\` is none.`);
}

function fittedStack(members: readonly FittedClassifier[], last: FittedClassifier): FittedStack {
  return {
    kind: KIND,
    inputs: unionOfInputs(members),
    members,
    last,
    predictProba: X => last.predictProba(scoreTable(members.map(member => member.predictProba(X)))),
    toState: () => ({
      kind: KIND,
      protocol: PROTOCOL,
      values: { members: members.length },
      arrays: {},
      parts: {
        ...Object.fromEntries(members.map((member, k) => [`member${k}`, member.toState()])),
        last: last.toState(),
      },
    }),
  };
}

function unionOfInputs(members: readonly FittedClassifier[]): InputColumn[] {
  return [...new Map(members.flatMap(({ inputs }) => inputs).map(input => [input.name, input])).values()];
}

function readStack(state: State, reader?: ReadPart): FittedStack {
  const read = partsReader(KIND, reader);
  const { members } = readValues(state, KIND, z.object({ members: z.int().min(1) }));
  const names = [...Array.from({ length: members }, (_, k) => `member${k}`), 'last'];
  const [last, ...fitted] = names.toReversed().map(name => read(partOf(state, name)));
  if (!isClassifier(last) || !fitted.every(isClassifier)) {
    throw new LearnError('unreadable-state', `every part of \`${KIND}\` must be a classifier.`);
  }
  return fittedStack(fitted.toReversed(), last);
}
