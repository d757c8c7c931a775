import { type ExplainedFigure, type FeatureVector, RikuyError } from '@rikuy/contracts';
import {
  type Attributions,
  categories,
  type Column,
  type FittedClassifier,
  type InputColumn,
  numbers,
  type Table,
} from '@rikuy/learn';
import { type AmountAtStake, amountsAtStake } from '../../estimators/amount-at-stake.ts';
import type { Explainer } from '../../estimators/explainer.ts';

/** What scoring needs of a registered model. */
export interface ScoringModel {
  readonly classifier: FittedClassifier;
  readonly amount: AmountAtStake;
}

export interface Scored {
  /** Probability of the label. */
  readonly score: number;
  readonly amountAtStake: number;
  readonly expectedValue: number;
}

/** Scores one event by its features. */
export function scoreVector({ classifier, amount }: ScoringModel, vector: FeatureVector): Scored {
  const [score] = classifier.predictProba(rowOf(vector, classifier.inputs));
  const [amountAtStake] = amountsAtStake(amount, rowOf(vector, inputsOfAmount(amount)));
  return { score, amountAtStake, expectedValue: score * amountAtStake };
}

export interface ExplainedVector {
  readonly attributions: Attributions;
  readonly figure: ExplainedFigure;
}

/** The exact attributions of one event, and what they add up to. @throws RikuyError `internal` where there are none */
export function explainVector(
  { classifier, explainer }: ScoringModel & { readonly explainer: Explainer | null },
  vector: FeatureVector,
): ExplainedVector {
  if (!explainer)
    throw new RikuyError('internal', `${classifier.kind} has no exact attributions; train a model that has.`);
  return { attributions: explainer.explain(rowOf(vector, classifier.inputs)), figure: explainer.figure };
}

function inputsOfAmount(amount: AmountAtStake): readonly InputColumn[] {
  switch (amount.kind) {
    case 'model':
      return amount.model.inputs;
    case 'feature':
      return [{ name: amount.name, kind: 'number' }];
    case 'one':
      return [];
  }
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
