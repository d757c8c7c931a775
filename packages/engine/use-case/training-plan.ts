import type { Bilingual } from '@rikuy/contracts';
import type { ReasonText } from './reason-text.ts';

/**
 * An estimator as data: its kind in the catalogue of `learn`, its parameters, and its parts where it is made of others.
 *
 * | kind | parts | params |
 * | --- | --- | --- |
 * | `pipeline` | transformers, then a model | – |
 * | `column-pipelines` | one transformer for each choice of columns | `columns`: the choices (`numbers`, `categories`, names), `rest`: `pass` or `drop` |
 * | `voting-classifier` | the members | `weights`, `voting` |
 * | `stacking-classifier` | the members, and last the model on their out-of-fold probabilities | `folds` |
 * | `calibrated-classifier` | the classifier | `method`: `platt` or `isotonic`, `folds` |
 * | `class-weighted` | the classifier | `weights`: `balanced` or `{ 0: 1, 1: 20 }` |
 * | `resampled` | the classifier | `sampler`: `smote`, `smote-nc`, `random-over-sampling`, `random-under-sampling`; the others are the sampler's |
 * | `anomaly-classifier` | a detector (or a pipeline that ends in one) | `quantile` of the training rows' scores that stands for 0.5 |
 * | `anomaly-feature` | a detector | `name` of the column that it adds, `folds`; a step of a pipeline |
 * | `chosen-features` | a model that says what matters | `by`: `importance` (with `count`, `cumulativeShare` or `atLeast`) or `elimination` (with `keep`, `drop`); a step of a pipeline |
 *
 * Whatever learns, learns from the rows that its own `fit` is given, so that everything here stays inside the training
 * fold: resampling, calibration, choice of features, anomaly scores.
 */
export interface EstimatorPlan {
  readonly kind: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly parts?: readonly EstimatorPlan[];
}

/** A model that competes. */
export interface CandidatePlan {
  readonly name: string;
  readonly title: Bilingual;
  readonly estimator: EstimatorPlan;
  /** Parameters to be searched before the fit, on training rows only. */
  readonly search?: ParameterSearch;
  /**
   * `labelled` (absent): rows whose label is known. `all`: every row before the cut, for models that learn without
   * labels; an unknown label counts as 0 there, which such models do not look at.
   */
  readonly learnsFrom?: 'labelled' | 'all';
}

/**
 * A search for parameters. A parameter is named as in `params`, with the positions of parts before it where it is
 * deeper: `1.learningRate` is that of the second part.
 */
export type ParameterSearch = SearchParts &
  (
    | { readonly method: 'grid'; readonly space: Readonly<Record<string, readonly SearchedValue[]>> }
    | {
        readonly method: 'random' | 'tpe';
        readonly trials: number;
        readonly space: Readonly<Record<string, SearchDimension>>;
      }
  );

interface SearchParts {
  readonly metric: 'rocAuc' | 'averagePrecision' | 'logLoss';
  /** `time`: each fold is judged by what came after it; `class`: folds with the same share of positives. */
  readonly folds: { readonly by: 'time' | 'class'; readonly count: number };
}

export type SearchedValue = string | number | boolean | null;

export type SearchDimension =
  | {
      readonly kind: 'number';
      readonly low: number;
      readonly high: number;
      /** Over orders of magnitude. */
      readonly log?: boolean;
      readonly whole?: boolean;
    }
  | { readonly kind: 'choice'; readonly options: readonly SearchedValue[] };

/** What the candidates are compared with; it is judged beside them and never decides. */
export type Baseline =
  | { readonly kind: 'model'; readonly name: string; readonly title: Bilingual; readonly estimator: EstimatorPlan }
  /** The policy's rules and lists alone: the more severe what they demand, the higher the score. */
  | { readonly kind: 'rules'; readonly name: string; readonly title: Bilingual };

export interface TrainingPlan {
  /** Features given to the models; absent means all. */
  readonly features?: readonly string[];
  /** The competing models by name, in the order in which they are reported. */
  readonly candidates: readonly CandidatePlan[];
  readonly baselines?: readonly Baseline[];
  /**
   * The candidate that decides, or the figure by which it is chosen on the validation rows; `cost` is that of the policy
   * by cost. Only a candidate whose decisions can be explained decides: see `explainerOf`.
   */
  readonly choose:
    | { readonly kind: 'named'; readonly name: string }
    | { readonly kind: 'best'; readonly metric: 'averagePrecision' | 'rocAuc' | 'cost' };
  /** The model of the amount at stake given a positive label, fitted on positive rows. */
  readonly amount?: EstimatorPlan;
  /** The feature that is the amount at stake, where no model of it is needed. Without either the amount is 1. */
  readonly amountFeature?: string;
  /** Words for columns that an `anomaly-feature` adds, as reasons need them. */
  readonly addedReasons?: Readonly<Record<string, ReasonText>>;
  /** Days of label delay left out between training and validation. */
  readonly delayDays: number;
  /** Share of the labelled rows, the newest, that validate. */
  readonly validationShare: number;
  /** The day from which rows validate, `2026-12-31` (UTC), where it is not given by the share. */
  readonly cut?: string;
  /** Rows older than this many days after the first event only warm up the state. */
  readonly warmUpDays: number;
  /** Shares inspected at which precision, recall and revenue are told. */
  readonly shares: readonly number[];
  /** Once judged, the chosen candidate is fitted again on every labelled row, the newest included. */
  readonly refit?: boolean;
}
