// Held by `tsc`: resampling can happen nowhere but on the rows an estimator is fitted on.
import {
  classWeighted,
  impute,
  logisticRegression,
  pipeline,
  randomOverSampling,
  resampled,
  scale,
  smote,
  type Table,
} from '@rikuy/learn';

declare const X: Table;
declare const y: Float64Array;

const model = pipeline([impute(), scale(), resampled(smote(), logisticRegression())]);
model.fit(X, y).predictProba(X) satisfies Float64Array;
classWeighted(logisticRegression()).fit(X, y).predictProba(X) satisfies Float64Array;

// @ts-expect-error a sampler is no step of a pipeline: rows to predict would pass it
pipeline([smote(), logisticRegression()]);
// @ts-expect-error nor its end
pipeline([scale(), randomOverSampling()]);
// @ts-expect-error a sampler has no method to draw rows before a split
smote().fit(X, y);
// @ts-expect-error under any name
smote().resample(X, y);
// @ts-expect-error a sampler comes first, then what is fitted on its rows
resampled(logisticRegression(), smote());
