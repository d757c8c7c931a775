import { defineEstimator } from '../protocol/define-estimator.ts';
import type { EstimatorFactory, FittedTransformer } from '../protocol/estimator.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import type { Column } from '../table/column.ts';
import { binningParams, type BinningParameters } from './binning-parameters.ts';
import { binningRule, type BinningRule, binPlaces, learnBins } from './binning-rule.ts';
import { type ColumnRules, fitColumnRules, readColumnRules } from './column-rules.ts';

const rules: ColumnRules<BinningParameters, BinningRule> = {
  kind: 'binning',
  accepts: 'any',
  rule: binningRule,
  learn: learnBins,
  outputs: ({ name }) => [{ name, kind: 'category' }],
  applier: rule => {
    const places = binPlaces(rule);
    const levels = rule.bins.map(({ label }) => label);
    return (from: Column) => {
      const codes = Int32Array.from(places(from), place => (place < levels.length ? place : -1));
      return [{ kind: 'category', codes, levels }];
    };
  },
};

/**
 * Numbers and categories as categories of few bins that tell most of a two-class label: bins of a number are
 * neighbours with monotone rates of class 1, levels of like rates go together. Gaps, and levels that training did not
 * see, stay gaps.
 */
export const binning: EstimatorFactory<typeof binningParams, FittedTransformer> = defineEstimator({
  kind: rules.kind,
  role: 'transformer',
  params: binningParams,
  fit: (chosen, X, y, options) => fitColumnRules(rules, chosen, countedRows(X, y, options)),
  fromState: state => readColumnRules(rules, state),
});
