import { z } from 'zod';
import { binningParameters } from '../preprocess/binning-parameters.ts';
import type { Bin } from '../preprocess/binning-rule.ts';
import { type FittedWeightOfEvidence, weightOfEvidence } from '../preprocess/weight-of-evidence.ts';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { Attributions, EstimatorFactory, Explainable, FittedClassifier } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readValues } from '../protocol/read-state.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { numberColumn, type Table } from '../table/table.ts';
import { type FittedLogisticRegression, logisticRegression } from './logistic-regression.ts';

const scaling = {
  baseScore: z.number().default(600).describe('The score at `baseOdds`.'),
  baseOdds: z.number().positive().default(50).describe('Rows of class 0 per row of class 1 at `baseScore`.'),
  pointsToDouble: z.number().positive().default(20).describe('Points that double those odds.'),
  rounded: z.boolean().default(true).describe('Whole points per bin, of which the score is the exact sum.'),
};
const params = z.strictObject({
  ...binningParameters,
  l2: z.number().positive().default(1).describe('Penalty of the logistic regression on weights of evidence.'),
  ...scaling,
});
const scalingSchema = z.object({
  baseScore: z.number(),
  baseOdds: z.number(),
  pointsToDouble: z.number(),
  rounded: z.boolean(),
});
type Scaling = z.infer<typeof scalingSchema>;

/** A bin of a scorecard's characteristic. */
export interface ScorecardBin extends Bin {
  readonly points: number;
}

/** A column of a scorecard with the points of its bins, the one for gaps last. */
export interface Characteristic {
  readonly column: string;
  readonly informationValue: number;
  readonly bins: readonly ScorecardBin[];
}

/** Its attributions are exact, in log-odds of class 1; `points` are the same on the scorecard's scale. */
export interface FittedScorecard extends FittedClassifier, Explainable {
  readonly card: readonly Characteristic[];
  /** The sum of a row's points: the higher, the safer. */
  score(X: Table): Float64Array;
  /** The points of each row by column; they add up to its score, the base being 0. */
  points(X: Table): Attributions;
}

const KIND = 'scorecard';

/**
 * A scorecard: optimal bins, weights of evidence, a logistic regression on them, and points per bin (Siddiqi, *Credit
 * Risk Scorecards*, 2006). The constant is shared evenly between the columns, so that points alone add up. A level that
 * training did not see counts as average. Probabilities come from the regression, whatever the rounding of points.
 * @example scorecard({ maxBins: 5, baseScore: 600, baseOdds: 50, pointsToDouble: 20 })
 */
export const scorecard: EstimatorFactory<typeof params, FittedScorecard> = defineEstimator({
  kind: KIND,
  role: 'classifier',
  params,
  fit: ({ l2, baseScore, baseOdds, pointsToDouble, rounded, ...binned }, X, y, options) => {
    const evidence = weightOfEvidence(binned).fit(X, y, options);
    if (evidence.bins.size < evidence.inputs.length) throw unbinned(evidence);
    const model = logisticRegression({ l2 }).fit(evidence.transform(X), y, options);
    return fittedScorecard(evidence, model, { baseScore, baseOdds, pointsToDouble, rounded });
  },
  fromState: readScorecard,
});

function unbinned({ inputs, bins }: FittedWeightOfEvidence): LearnError {
  const names = inputs.filter(({ name }) => !bins.has(name)).map(({ name }) => `\`${name}\``);
  return new LearnError(
    'invalid-data',
    `a scorecard bins all its columns; \`columns\` leaves out ${names.join(', ')}. Put keepColumns() before it.`,
  );
}

function fittedScorecard(
  evidence: FittedWeightOfEvidence,
  model: FittedLogisticRegression,
  scale: Scaling,
): FittedScorecard {
  const pointsOf = pointScale(model, scale);
  const points = (X: Table): Attributions => pointsByColumn(evidence.transform(X), model, pointsOf);
  return {
    kind: KIND,
    inputs: evidence.inputs,
    card: characteristics(evidence, pointsOf),
    predictProba: X => model.predictProba(evidence.transform(X)),
    explain: X => model.explain(evidence.transform(X)),
    points,
    score: X => rowSums(points(X), X.rowCount),
    toState: () => ({
      kind: KIND,
      protocol: PROTOCOL,
      values: { ...scale },
      arrays: {},
      parts: { evidence: evidence.toState(), model: model.toState() },
    }),
  };
}

/** The points of a weight of evidence in the column at a place. */
type PointScale = (place: number, woe: number) => number;

function pointScale({ coefficients, intercept, inputs }: FittedLogisticRegression, scale: Scaling): PointScale {
  const factor = scale.pointsToDouble / Math.LN2;
  const constant = scale.baseScore - factor * (Math.log(scale.baseOdds) + intercept);
  return (place, woe) => {
    const points = constant / inputs.length - factor * coefficients[place] * woe;
    return scale.rounded ? Math.round(points) : points;
  };
}

function characteristics({ inputs, bins }: FittedWeightOfEvidence, pointsOf: PointScale): Characteristic[] {
  return inputs.map(({ name }, place) => {
    const { bins: own, missing, informationValue } = bins.get(name)!;
    return {
      column: name,
      informationValue,
      bins: [...own, missing].map(bin => ({ ...bin, points: pointsOf(place, bin.woe) })),
    };
  });
}

function pointsByColumn(evidence: Table, { inputs }: FittedLogisticRegression, pointsOf: PointScale): Attributions {
  const values = new Float64Array(evidence.rowCount * inputs.length);
  inputs.forEach(({ name }, place) => {
    numberColumn(evidence, name).values.forEach((woe, row) => {
      values[row * inputs.length + place] = pointsOf(place, woe);
    });
  });
  return { inputs: inputs.map(({ name }) => name), base: 0, values, scale: 'value' };
}

function rowSums({ inputs, values }: Attributions, rows: number): Float64Array {
  const sums = new Float64Array(rows);
  values.forEach((points, at) => (sums[Math.floor(at / inputs.length)] += points));
  return sums;
}

function readScorecard(state: State): FittedScorecard {
  const scale = readValues(state, KIND, scalingSchema);
  const { evidence, model } = state.parts;
  if (!evidence || !model) throw new LearnError('unreadable-state', `the state of \`${KIND}\` lacks a part.`);
  return fittedScorecard(weightOfEvidence.fromState(evidence), logisticRegression.fromState(model), scale);
}
