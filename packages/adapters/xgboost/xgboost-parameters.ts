import { type BoostingRequest, LearnError } from '@rikuy/learn';

/**
 * The parameters of an estimator under XGBoost's names. Its bins do not count that of missing values, and it has no
 * smoothing of categories.
 */
export function xgboostParameters(request: BoostingRequest): Readonly<Record<string, string>> {
  const { params, objective, variancePower, threads, seed } = request;
  const isLeafWise = params.growth === 'leaf-wise';
  return texts({
    objective,
    ...(objective === 'reg:tweedie' && { tweedie_variance_power: variancePower }),
    eval_metric: lossName(request),
    booster: 'gbtree',
    tree_method: 'hist',
    eta: params.learningRate,
    max_depth: params.maxDepth,
    grow_policy: isLeafWise ? 'lossguide' : 'depthwise',
    ...(isLeafWise && { max_leaves: params.maxLeaves }),
    max_bin: params.maxBins - 1,
    lambda: params.lambda,
    gamma: params.gamma,
    min_child_weight: params.minChildWeight,
    ...(params.maxStep < Infinity && { max_delta_step: params.maxStep }),
    subsample: params.rowSample,
    colsample_bytree: params.columnSample,
    max_cat_to_onehot: params.oneHotLevels + 1,
    ...monotone(request),
    nthread: threads,
    seed,
    verbosity: 1,
  });
}

/** The loss that early stopping watches. */
export function lossName({ objective, variancePower }: BoostingRequest): string {
  switch (objective) {
    case 'binary:logistic':
      return 'logloss';
    case 'reg:squarederror':
      return 'rmse';
    case 'count:poisson':
      return 'poisson-nloglik';
    case 'reg:tweedie':
      return `tweedie-nloglik@${variancePower}`;
    default:
      return objective satisfies never;
  }
}

/** @throws LearnError `missing-column` for a column that is not there, `invalid-parameter` for a category */
function monotone({ params, inputs }: BoostingRequest): { monotone_constraints?: string } {
  const wanted = Object.entries(params.monotone).filter(([, direction]) => direction !== 0);
  if (wanted.length === 0) return {};
  for (const [name] of wanted) {
    const input = inputs.find(one => one.name === name);
    if (!input) throw new LearnError('missing-column', `\`monotone\` names column \`${name}\`, which is missing.`);
    if (input.kind === 'category')
      throw new LearnError('invalid-parameter', `\`monotone\` must name numbers; \`${name}\` is a category.`);
  }
  return { monotone_constraints: `(${inputs.map(({ name }) => params.monotone[name] ?? 0).join(',')})` };
}

function texts(values: Readonly<Record<string, string | number | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
