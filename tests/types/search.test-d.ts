// Held by `tsc`: a space must fit the parameters of the objective, and the result has their types.
import {
  choice,
  gradientBoostingClassifier,
  gridSearch,
  logReal,
  randomForestClassifier,
  randomSearch,
  real,
  rocAuc,
  type Split,
  type Table,
  tpeSearch,
  whole,
} from '@rikuy/learn';

declare const X: Table;
declare const y: Float64Array;
declare const splits: readonly Split[];

const plan = { objective: { make: gradientBoostingClassifier, metric: rocAuc }, splits };

const tuned = await tpeSearch(X, y, { trees: whole(50, 400), learningRate: logReal(0.01, 0.3) }, plan);
tuned.best.params.trees satisfies number;
// @ts-expect-error what was not searched is not among the parameters found
tuned.best.params.maxDepth satisfies number;
// @ts-expect-error parameters are known by name
void tpeSearch(X, y, { tree: whole(50, 400) }, plan);
// @ts-expect-error beside others, too
void randomSearch(X, y, { trees: whole(50, 400), rate: real(0, 1) }, plan);
// @ts-expect-error a number is not chosen from words
void tpeSearch(X, y, { maxDepth: choice(['deep', 'flat']) }, plan);

const forest = { objective: { make: randomForestClassifier, metric: rocAuc }, splits };
const drawn = await randomSearch(X, y, { bootstrap: choice([true, false]), columnsPerSplit: real(0.1, 1) }, forest);
drawn.best.params.bootstrap satisfies boolean;
// @ts-expect-error a truth is not a number from an interval
void randomSearch(X, y, { bootstrap: real(0, 1) }, forest);

const gridded = await gridSearch(X, y, { columnsPerSplit: ['sqrt', 0.5] }, forest);
gridded.best.params.columnsPerSplit satisfies 'sqrt' | 0.5;
// @ts-expect-error a value that the parameter does not have
void gridSearch(X, y, { columnsPerSplit: ['all'] }, forest);
// @ts-expect-error parameters are known by name
void gridSearch(X, y, { column: [1] }, forest);

const own = {
  objective: {
    make: ({ depth }: { depth: number }) => gradientBoostingClassifier({ maxDepth: depth }),
    metric: rocAuc,
  },
  splits,
};
void tpeSearch(X, y, { depth: whole(2, 8) }, own);
// @ts-expect-error every parameter that the objective needs is searched
void tpeSearch(X, y, {}, own);
