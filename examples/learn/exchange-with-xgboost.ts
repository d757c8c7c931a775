// A model goes to XGBoost's JSON and back. A file saved by XGBoost in Python (`booster.save_model('m.json')`) is read alike.
import { exportXgboost, gradientBoostingClassifier, importXgboost, type FittedTreeClassifier } from '@rikuy/learn';
import { importDeclarations } from './imports.ts';

const { X, y } = importDeclarations(2000);
const ours = gradientBoostingClassifier({ trees: 40, maxDepth: 4 }).fit(X, y);

const text = exportXgboost(ours);
const { learner } = JSON.parse(text) as { learner: { objective: { name: string }; feature_names: string[] } };
console.log(`${(text.length / 1024).toFixed(0)} kB of JSON, objective ${learner.objective.name}`);
console.log(`inputs: ${learner.feature_names.join(', ')}`);

const back = importXgboost(text) as FittedTreeClassifier;
const [before, after] = [ours.predictProba(X), back.predictProba(X)];
const greatest = Math.max(...before.map((value, i) => Math.abs(value - after[i])));
console.log(`greatest difference of a probability after the way there and back: ${greatest}`);
