// The past judges the future: a label counts for training only once it was known, thirty days after the declaration.
import { gradientBoostingClassifier, rocAuc, takeRows, timeFolds } from '@rikuy/learn';
import { importDeclarations, rowsOf } from './imports.ts';

const DELAY_DAYS = 30;
const { X, y, day } = importDeclarations(4000);
const folds = timeFolds({ happened: day, delay: DELAY_DAYS }, { folds: 4 });

for (const { train, validation: test } of folds) {
  const model = gradientBoostingClassifier({ trees: 60, maxDepth: 4 }).fit(takeRows(X, train), rowsOf({ y }, train));
  const auc = rocAuc({ y: rowsOf({ y }, test), score: model.predictProba(takeRows(X, test)) });
  const newest = Math.max(...rowsOf({ y: day }, train));
  const oldest = Math.min(...rowsOf({ y: day }, test));
  console.log(
    `learned from ${String(train.length).padStart(4)} rows up to day ${newest.toFixed(0)}, ` +
      `judged from day ${oldest.toFixed(0)} on: AUC ${auc.toFixed(3)}`,
  );
}
console.log(`Between the two always lie the ${DELAY_DAYS} days in which results were not yet known.`);
