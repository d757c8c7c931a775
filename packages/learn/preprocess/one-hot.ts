import { z } from 'zod';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { EstimatorFactory, FittedTransformer } from '../protocol/estimator.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { type CategoryColumn, type Column, numbers } from '../table/column.ts';
import { columnChoice } from './column-choice.ts';
import { type ColumnRules, type ColumnToLearn, fitColumnRules, readColumnRules } from './column-rules.ts';
import { levelWeights, lookUpLevels } from './levels.ts';

const params = z.strictObject({
  columns: columnChoice.default('categories'),
  maxLevels: z.int().min(1).default(64).describe('The most frequent levels get a column each, the others share one.'),
  minShare: z.number().min(0).max(1).default(0).describe('Levels with a smaller share of the rows count as rare.'),
});

const rule = z.object({ levels: z.array(z.string()), hasRare: z.boolean(), hasMissing: z.boolean() });
type Rule = z.infer<typeof rule>;

const oneHotEncoding: ColumnRules<z.output<typeof params>, Rule> = {
  kind: 'one-hot',
  accepts: 'category',
  rule,
  learn: learnLevels,
  outputs: ({ name }, { levels, hasRare, hasMissing }) => {
    const names = levels.map(level => `${name}=${level}`);
    if (hasRare) names.push(`${name}:rare`);
    if (hasMissing) names.push(`${name}:missing`);
    return names.map(each => ({ name: each, kind: 'number' }));
  },
  applier: rule => {
    const places = placesOf(rule);
    return from => indicators(from as CategoryColumn, places);
  },
};

/**
 * One column of 0 and 1 per level, `name=level`; levels that are rare in training share `name:rare`, gaps have
 * `name:missing`. A level not seen in training counts as rare where that column exists, and is 0 everywhere elsewhere.
 */
export const oneHot: EstimatorFactory<typeof params, FittedTransformer> = defineEstimator({
  kind: oneHotEncoding.kind,
  role: 'transformer',
  params,
  fit: (chosen, X, y, options) => fitColumnRules(oneHotEncoding, chosen, countedRows(X, y, options)),
  fromState: state => readColumnRules(oneHotEncoding, state),
});

function learnLevels({ column, weights }: ColumnToLearn, chosen: z.output<typeof params>): Rule {
  const found = levelWeights(column as CategoryColumn, weights);
  const total = found.weights.reduce((sum, weight) => sum + weight, found.missing);
  const frequent = [...found.levels.keys()]
    .filter(k => found.weights[k] >= chosen.minShare * total)
    .sort((a, b) => found.weights[b] - found.weights[a] || a - b)
    .slice(0, chosen.maxLevels)
    .sort((a, b) => a - b);
  return {
    levels: frequent.map(k => found.levels[k]),
    hasRare: frequent.length < found.levels.length,
    hasMissing: found.missing > 0,
  };
}

interface Places {
  readonly known: ReadonlyMap<string, number>;
  readonly rare: number;
  readonly missing: number;
  readonly count: number;
}

function placesOf({ levels, hasRare, hasMissing }: Rule): Places {
  return {
    known: new Map(levels.map((level, place) => [level, place])),
    rare: hasRare ? levels.length : -1,
    missing: hasMissing ? levels.length + (hasRare ? 1 : 0) : -1,
    count: levels.length + (hasRare ? 1 : 0) + (hasMissing ? 1 : 0),
  };
}

function indicators(from: CategoryColumn, { known, rare, missing, count }: Places): Column[] {
  const place = lookUpLevels(from, known, { unseen: rare, missing });
  const made = Array.from({ length: count }, () => new Float64Array(place.length));
  for (let i = 0; i < place.length; i++) if (place[i] >= 0) made[place[i]][i] = 1;
  return made.map(values => numbers(values));
}
