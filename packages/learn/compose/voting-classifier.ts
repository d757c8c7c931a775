import { z } from 'zod';
import type {
  Attributions,
  Estimator,
  Explainable,
  FittedClassifier,
  InputColumn,
  ReadPart,
} from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readValues } from '../protocol/read-state.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { seeded } from '../random/random.ts';
import { type Table, takeRows } from '../table/table.ts';
import { regrouped } from './attributions.ts';
import { described, isClassifier, isExplainable, partOf, partsReader } from './capabilities.ts';

export interface VotingOptions {
  /**
   * `soft` (default): the weighted mean of probabilities. `hard`: the share of the say that votes for class 1, a member
   * voting so from 0.5 on; above half it is the majority.
   */
  readonly voting?: Voting;
  /** The say of each member, above zero; default 1 each. */
  readonly weights?: readonly number[];
}

export type Voting = 'soft' | 'hard';

/** Fitted members and their say. `explain` is there for soft voting when every member explains
 * on the scale of probability. */
export interface FittedVote extends FittedClassifier {
  readonly explain?: Explainable['explain'];
  readonly members: readonly FittedClassifier[];
  /** Shares that add up to 1. */
  readonly shares: readonly number[];
}

const KIND = 'voting-classifier';

/**
 * The weighted mean of its members' probabilities (soft voting), or of their votes (hard voting).
 * @example votingClassifier([randomForest(), gradientBoosting()], { weights: [2, 1] })
 */
export const votingClassifier = Object.assign(composeVote, { kind: KIND, fromState: readVote });

function composeVote(
  members: readonly Estimator<FittedClassifier>[],
  { weights = members.map(() => 1), voting = 'soft' }: VotingOptions = {},
): Estimator<FittedVote> {
  const shares = sharesOf(members, weights);
  requireKnown(voting);
  return {
    kind: KIND,
    params: { members: members.map(described), weights, voting },
    fit: (X, y, options = {}) => {
      const random = options.random ?? seeded(0);
      const fitted = members.map((member, k) => member.fit(X, y, { ...options, random: random.fork(k) }));
      fitted.forEach(requireClassifier);
      return fittedVote(fitted, shares, { voting, explains: voting === 'soft' && explainsProbability(fitted, X) });
    },
  };
}

function sharesOf(members: readonly unknown[], weights: readonly number[]): number[] {
  if (members.length === 0) throw new LearnError('invalid-parameter', '`members` must have at least one; got none.');
  if (weights.length !== members.length || !weights.every(weight => weight > 0 && Number.isFinite(weight))) {
    throw new LearnError(
      'invalid-parameter',
      `\`weights\` must be ${members.length} numbers above zero, one per member; got ${weights.join(', ')}.`,
    );
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map(weight => weight / total);
}

function requireKnown(voting: string): void {
  if (voting === 'soft' || voting === 'hard') return;
  throw new LearnError('invalid-parameter', `\`voting\` must be soft or hard; got ${voting}.`);
}

function requireClassifier(member: FittedClassifier): void {
  if (isClassifier(member)) return;
  throw new LearnError(
    'invalid-parameter',
    `\`members\` must be classifiers; \`${(member as FittedClassifier).kind}\` is none.`,
  );
}

/** Only an explanation tells its scale, so one row is explained to know it. */
function explainsProbability(members: readonly FittedClassifier[], X: Table): boolean {
  const row = takeRows(X, [0]);
  return members.every(member => isExplainable(member) && member.explain(row).scale === 'probability');
}

interface Counting {
  readonly voting: Voting;
  readonly explains: boolean;
}

function fittedVote(
  members: readonly FittedClassifier[],
  shares: readonly number[],
  { voting, explains }: Counting,
): FittedVote {
  const sayOf = (probability: number): number => (voting === 'soft' ? probability : probability >= 0.5 ? 1 : 0);
  return {
    kind: KIND,
    inputs: unionOfInputs(members),
    members,
    shares,
    predictProba: X =>
      weightedSay(
        members.map(member => member.predictProba(X).map(sayOf)),
        shares,
        X.rowCount,
      ),
    ...(explains && {
      explain: (X: Table) => weightedAttributions(members as (FittedClassifier & Explainable)[], shares, X),
    }),
    toState: () => ({
      kind: KIND,
      protocol: PROTOCOL,
      values: { shares: [...shares], explains, voting },
      arrays: {},
      parts: Object.fromEntries(members.map((member, k) => [`member${k}`, member.toState()])),
    }),
  };
}

function weightedSay(says: readonly Float64Array[], shares: readonly number[], rows: number): Float64Array {
  const sum = new Float64Array(rows);
  says.forEach((own, k) => {
    for (let i = 0; i < rows; i++) sum[i] += shares[k] * own[i];
  });
  return sum.map(p => Math.min(p, 1)); // shares may add up to a hair above 1
}

function weightedAttributions(
  members: readonly (FittedClassifier & Explainable)[],
  shares: readonly number[],
  X: Table,
): Attributions {
  const own = members.map(member => member.explain(X));
  const names = [...new Set(own.flatMap(one => one.inputs))];
  const values = new Float64Array(X.rowCount * names.length);
  own.forEach((one, k) => {
    const aligned = regrouped(one, one.inputs, names).values;
    for (let i = 0; i < values.length; i++) values[i] += shares[k] * aligned[i];
  });
  const base = own.reduce((sum, one, k) => sum + shares[k] * one.base, 0);
  return { inputs: names, base, values, scale: 'probability' };
}

function unionOfInputs(members: readonly FittedClassifier[]): InputColumn[] {
  return [...new Map(members.flatMap(member => member.inputs).map(input => [input.name, input])).values()];
}

function readVote(state: State, reader?: ReadPart): FittedVote {
  const read = partsReader(KIND, reader);
  const voting = z.enum(['soft', 'hard']).default('soft'); // states from before hard voting do not say
  const schema = z.object({ shares: z.array(z.number().positive()).min(1), explains: z.boolean(), voting });
  const { shares, ...counting } = readValues(state, KIND, schema);
  const members = shares.map((_, k) => read(partOf(state, `member${k}`)));
  if (!members.every(isClassifier)) {
    throw new LearnError('unreadable-state', `every member of \`${KIND}\` must be a classifier.`);
  }
  return fittedVote(members, shares, counting);
}
