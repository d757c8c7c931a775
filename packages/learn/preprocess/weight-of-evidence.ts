import { defineEstimator } from '../protocol/define-estimator.ts';
import type { EstimatorFactory, FittedTransformer } from '../protocol/estimator.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { type Column, numbers } from '../table/column.ts';
import { binningParams, type BinningParameters } from './binning-parameters.ts';
import { binningRule, type BinningRule, binPlaces, learnBins } from './binning-rule.ts';
import { type ColumnRules, fitColumnRules, readColumnRules } from './column-rules.ts';

/** Fitted bins with their weights of evidence. */
export interface FittedWeightOfEvidence extends FittedTransformer {
  /** By column. */
  readonly bins: ReadonlyMap<string, BinningRule>;
}

const rules: ColumnRules<BinningParameters, BinningRule> = {
  kind: 'weight-of-evidence',
  accepts: 'any',
  rule: binningRule,
  learn: learnBins,
  outputs: ({ name }) => [{ name, kind: 'number' }],
  applier: rule => {
    const places = binPlaces(rule);
    const weights = [...rule.bins.map(({ woe }) => woe), rule.missing.woe];
    return (from: Column) => [numbers(places(from).map(place => weights[place] ?? 0))];
  },
};

/**
 * Each value as the weight of evidence of its bin, ln (share of class 1 / share of class 0): the higher, the riskier
 * (credit scoring often has the opposite sign). Bins are laid as by `binning`; gaps have a bin of their own, which
 * weighs 0 when training had none, like levels that training did not see. Training rows meet their own labels through
 * the bins; with bins of few rows lay them on other rows than the model's.
 */
export const weightOfEvidence: EstimatorFactory<typeof binningParams, FittedWeightOfEvidence> = defineEstimator({
  kind: rules.kind,
  role: 'transformer',
  params: binningParams,
  fit: (chosen, X, y, options) => withBins(fitColumnRules(rules, chosen, countedRows(X, y, options))),
  fromState: state => withBins(readColumnRules(rules, state)),
});

function withBins(fitted: FittedTransformer): FittedWeightOfEvidence {
  return { ...fitted, bins: new Map(fitted.toState().values.rules as [string, BinningRule][]) };
}
