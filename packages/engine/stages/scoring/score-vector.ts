import type { FeatureVector } from '@rikuy/contracts';
import {
  type Attributions,
  categories,
  type Column,
  type FittedClassifier,
  type FittedRegressor,
  type InputColumn,
  isExplainable,
  numbers,
  type Table,
} from '@rikuy/learn';

/** What scoring needs of a registered model. */
export interface ScoringModel {
  readonly classifier: FittedClassifier;
  /** The amount at stake given a positive label; null means 1. */
  readonly amount: FittedRegressor | null;
}

export interface Scored {
  /** Probability of the label. */
  readonly score: number;
  readonly amountAtStake: number;
  readonly expectedValue: number;
}

/** Scores one event by its features. */
export function scoreVector(model: ScoringModel, vector: FeatureVector): Scored {
  const row = rowOf(vector, model.classifier.inputs);
  const [score] = model.classifier.predictProba(row);
  const amountAtStake = model.amount ? Math.max(0, model.amount.predict(rowOf(vector, model.amount.inputs))[0]) : 1;
  return { score, amountAtStake, expectedValue: score * amountAtStake };
}

/** The exact attributions of one event's score. */
export function explainVector(model: ScoringModel, vector: FeatureVector): Attributions {
  if (!isExplainable(model.classifier)) throw new TypeError(`${model.classifier.kind} has no exact attributions`);
  return model.classifier.explain(rowOf(vector, model.classifier.inputs));
}

function rowOf(vector: FeatureVector, inputs: readonly InputColumn[]): Table {
  const columns = new Map<string, Column>();
  for (const { name, kind } of inputs) {
    const value = vector[name] ?? null;
    columns.set(
      name,
      kind === 'category'
        ? categories([value === null ? null : String(value)])
        : numbers([value === null ? NaN : Number(value)]),
    );
  }
  return { rowCount: 1, columns };
}
