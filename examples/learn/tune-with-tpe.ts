// Lets the tree-structured Parzen estimator choose the parameters on validation folds, then judges once on fresh rows.
import { gradientBoostingClassifier, logReal, rocAuc, seeded, stratifiedFolds, tpeSearch, whole } from '@rikuy/learn';
import { importDeclarations } from './imports.ts';

const { X, y } = importDeclarations(2000, { seed: 1 });
const test = importDeclarations(2000, { seed: 2 });

const { best, trials, pruned } = await tpeSearch(
  X,
  y,
  { trees: whole(10, 80), maxDepth: whole(2, 6), learningRate: logReal(0.02, 0.3), lambda: logReal(0.1, 30) },
  {
    objective: { make: gradientBoostingClassifier, metric: rocAuc },
    splits: stratifiedFolds(y, { folds: 3, random: seeded(1) }),
    trials: 20,
    pruning: 'median',
    random: seeded(1),
  },
);

const { trees, maxDepth, learningRate, lambda } = best.params;
console.log(`${trials.length} trials, ${pruned} of them given up early`);
console.log(`best: ${trees} trees of depth ${maxDepth}, rate ${learningRate.toFixed(3)}, lambda ${lambda.toFixed(1)}`);
console.log(`AUC on the folds it was chosen by: ${best.mean.toFixed(3)}`);
const untuned = gradientBoostingClassifier().fit(X, y).predictProba(test.X);
const tuned = gradientBoostingClassifier(best.params).fit(X, y).predictProba(test.X);
console.log(`AUC on fresh rows: ${rocAuc({ y: test.y, score: tuned }).toFixed(3)}`);
console.log(`AUC on fresh rows with default parameters: ${rocAuc({ y: test.y, score: untuned }).toFixed(3)}`);
