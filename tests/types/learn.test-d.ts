// Held by `tsc`: each line below an expectation must fail to compile, all others must compile.
import {
  gradientBoostingClassifier,
  numbers,
  pipeline,
  randomForestClassifier,
  scale,
  type Table,
  table,
} from '@rikuy/learn';

declare const X: Table;
declare const y: Float64Array;

const forest = randomForestClassifier({ trees: 10 });
forest.fit(X, y).predictProba(X) satisfies Float64Array;
// @ts-expect-error what is not fitted cannot predict
forest.predictProba(X);
// @ts-expect-error a parameter has the type of its schema
randomForestClassifier({ trees: 'many' });
// @ts-expect-error parameters are known by name
gradientBoostingClassifier({ tree: 10 });
// @ts-expect-error a classifier gives probabilities; a number is a regressor's
forest.fit(X, y).predict(X);
// @ts-expect-error what is fitted cannot be fitted again
forest.fit(X, y).fit(X, y);

pipeline([scale(), forest]).fit(X, y).predictProba(X) satisfies Float64Array;
// @ts-expect-error a pipeline that ends in a transformer predicts nothing
pipeline([scale()]).fit(X, y).predictProba(X);

const fitted = table({ amount: numbers([1]) });
// @ts-expect-error tables are not changed
fitted.columns.set('amount', numbers([2]));
