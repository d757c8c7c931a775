import {
  type Estimator,
  type FeatureChoice,
  type Fitted,
  type FittedTransformer,
  isExplainable,
  keepColumns,
  LearnError,
  meanAbsoluteAttributions,
  recursiveElimination,
  seeded,
  selectFeatures,
} from '@rikuy/learn';

/** How inputs are chosen by what matters to a model. */
export type ChosenFeaturesOptions =
  | ({ readonly by: 'importance' } & FeatureChoice)
  | { readonly by: 'elimination'; readonly keep: number; readonly drop?: number };

const KIND = 'chosen-features';

/**
 * Chooses inputs on the training rows and passes these alone, as a step of a pipeline: by mean absolute attribution of
 * one fit, or by recursive elimination. What it fits to is a plain `keep-columns`.
 * @example pipeline([chosenFeatures(randomForestClassifier(), { by: 'importance', count: 20 }), boosting])
 */
export function chosenFeatures(judge: Estimator, options: ChosenFeaturesOptions): Estimator<FittedTransformer> {
  return {
    kind: KIND,
    params: { judge: { kind: judge.kind, params: judge.params }, ...options },
    fit: (X, y, { weights, threads, random = seeded(0) } = {}) => {
      const estimator = withThreads(judge, threads);
      if (options.by === 'elimination') {
        const { keep, drop } = options;
        const { kept } = recursiveElimination(X, y, { estimator, keep, ...(drop && { drop }), weights, random });
        return keepColumns({ columns: [...kept] }).fit(X, y);
      }
      const fitted = estimator.fit(X, y, { weights, random });
      if (!isExplainable(fitted)) throw silent(fitted);
      const importances = meanAbsoluteAttributions(fitted.explain(X)).map(
        ({ input, importance }) => [input, importance] as const,
      );
      return keepColumns({ columns: selectFeatures(new Map(importances), options) }).fit(X, y);
    },
  };
}

function withThreads(estimator: Estimator, threads: number | undefined): Estimator {
  return { ...estimator, fit: (X, y, options) => estimator.fit(X, y, { ...options, threads }) };
}

function silent({ kind }: Fitted): LearnError {
  return new LearnError('invalid-parameter', `\`${KIND}\` needs a model that explains itself; \`${kind}\` does not.`);
}
