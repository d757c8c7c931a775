// Trains a booster, judges it on rows that it did not see, and says why the riskiest declaration is risky.
import { gradientBoostingClassifier, precisionAtTop, rocAuc, takeRows } from '@rikuy/learn';
import { importDeclarations } from './imports.ts';

const train = importDeclarations(4000, { seed: 1 });
const validation = importDeclarations(1000, { seed: 2 });
const test = importDeclarations(2000, { seed: 3 });

const model = gradientBoostingClassifier({ trees: 300, learningRate: 0.05, maxDepth: 4, earlyStoppingRounds: 20 }).fit(
  train.X,
  train.y,
  { validation },
);

const score = model.predictProba(test.X);
const precision = precisionAtTop({ y: test.y, score }, { share: 0.05 });
console.log(`${model.ensemble.roots.length} trees`);
console.log(`AUC on unseen declarations: ${rocAuc({ y: test.y, score }).toFixed(3)}`);
console.log(`Under-declared among the 5 % most suspicious: ${(100 * precision).toFixed(0)} %`);

const riskiest = takeRows(test.X, [score.indexOf(Math.max(...score))]);
const { inputs, base, values } = model.explain(riskiest);
const sum = values.reduce((total, part) => total + part, base);
const [probability] = model.predictProba(riskiest);
console.log(`The riskiest has ${probability.toFixed(3)}; in log-odds, from ${base.toFixed(2)}:`);
for (const [j, name] of inputs.entries()) console.log(`  ${name.padEnd(14)} ${values[j].toFixed(2).padStart(6)}`);
console.log(`  sum            ${sum.toFixed(2).padStart(6)}, which is ${(1 / (1 + Math.exp(-sum))).toFixed(3)}`);
