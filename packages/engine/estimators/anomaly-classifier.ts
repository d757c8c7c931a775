import {
  type Attributions,
  type Estimator,
  type FittedClassifier,
  type FittedDetector,
  isExplainable,
  LearnError,
  PROTOCOL,
  type ReadPart,
  type State,
  type Table,
} from '@rikuy/learn';
import { readDetector, requireDetector } from './parts.ts';

/** A detector as a classifier. It has no exact split of its score; `oddness` splits what the score was made from. */
export interface FittedAnomalyClassifier extends FittedClassifier {
  readonly detector: FittedDetector;
  /** The anomaly score that stands for 0.5: one that the stated quantile of the training rows does not exceed. */
  readonly threshold: number;
  /**
   * The exact split of what the score grows with: of the anomaly score, for an autoencoder, of its logarithm, for an
   * isolation forest. Absent where the detector has none.
   */
  readonly oddness?: (X: Table) => Attributions;
}

export interface AnomalyClassifierOptions {
  /** Share of the training rows that stay at or below 0.5; default 0.99. */
  readonly quantile?: number;
}

const KIND = 'anomaly-classifier';

/**
 * Learns without labels: its score is s / (s + threshold) for an anomaly score s, which orders rows as s does, is 0.5
 * at the threshold, and never saturates. It is no probability; where labels exist, calibrate it.
 * @example anomalyClassifier(isolationForest(), { quantile: 0.99 })
 */
export const anomalyClassifier = Object.assign(composeAnomalyClassifier, { kind: KIND, fromState });

function composeAnomalyClassifier(
  detector: Estimator,
  { quantile = 0.99 }: AnomalyClassifierOptions = {},
): Estimator<FittedAnomalyClassifier> {
  if (!(quantile > 0 && quantile < 1))
    throw new LearnError('invalid-parameter', `\`quantile\` must be in (0, 1); got ${quantile}.`);
  return {
    kind: KIND,
    params: { detector: { kind: detector.kind, params: detector.params }, quantile },
    fit: (X, y, options = {}) => {
      const fitted = requireDetector(detector.fit(X, y, options), KIND);
      const scores = countedScores(fitted.anomalyScore(X), options.weights).toSorted();
      return fittedClassifier(
        fitted,
        positive(scores[Math.min(scores.length - 1, Math.floor(quantile * scores.length))]),
      );
    },
  };
}

/** Rows of weight 0 do not count. */
function countedScores(scores: Float64Array, weights: Float64Array | undefined): Float64Array {
  return weights ? scores.filter((_, row) => weights[row] > 0) : scores;
}

/** A detector that finds nothing odd at all still needs a scale. */
function positive(threshold: number): number {
  return threshold > 0 ? threshold : Number.MIN_VALUE;
}

function fittedClassifier(detector: FittedDetector, threshold: number): FittedAnomalyClassifier {
  return {
    kind: KIND,
    inputs: detector.inputs,
    detector,
    threshold,
    predictProba: X => detector.anomalyScore(X).map(score => score / (score + threshold)),
    ...(isExplainable(detector) && { oddness: (X: Table) => detector.explain(X) }),
    toState: () => ({
      kind: KIND,
      protocol: PROTOCOL,
      values: { threshold },
      arrays: {},
      parts: { detector: detector.toState() },
    }),
  };
}

function fromState(state: State, read?: ReadPart): FittedAnomalyClassifier {
  const { threshold } = state.values;
  if (state.kind === KIND && typeof threshold === 'number')
    return fittedClassifier(readDetector(state, read), threshold);
  throw new LearnError('unreadable-state', `the state of \`${KIND}\` must hold a \`threshold\`.`);
}
