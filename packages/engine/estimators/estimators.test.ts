import {
  autoencoder,
  checkEstimator,
  type CheckName,
  type CheckSubject,
  denseNetworkClassifier,
  type Estimator,
  type Fitted,
  type FittedClassifier,
  gradientBoostingClassifier,
  impute,
  isolationForest,
  logisticRegression,
  numbers,
  oneHot,
  pipeline,
  randomForestClassifier,
  restore,
  calibratedClassifier,
  scale,
  seeded,
  table,
  takeRows,
  votingClassifier,
} from '@rikuy/learn';
import { describe, expect, it } from 'vitest';
import { anomalyClassifier } from './anomaly-classifier.ts';
import { anomalyFeature } from './anomaly-feature.ts';
import { chosenFeatures } from './chosen-features.ts';
import { explainerOf } from './explainer.ts';
import { modelCatalogue } from './model-catalogue.ts';

const forest = () => isolationForest({ trees: 10, sampleSize: 64 });
const subject = (make: () => Estimator, role: CheckSubject['role']): CheckSubject => ({
  kind: make().kind,
  role,
  make,
  fromState: state => restore(state, modelCatalogue),
});
const madeOfParts = 'it is made of parts, which have parameters of their own';
const exempt: Partial<Record<CheckName, string>> = {
  'invalid parameters are refused by name': madeOfParts,
  'misspelt parameters are refused by name': madeOfParts,
  'parameters have defaults or say what they need': madeOfParts,
};

const keeps = 'it fits to a plain keep-columns, of another kind';

describe.each([
  ['an anomaly score as a classifier', subject(() => anomalyClassifier(forest()), 'classifier'), exempt],
  ['an anomaly score as a column', subject(() => anomalyFeature(forest()), 'transformer'), exempt],
  [
    'features chosen by importance',
    subject(
      () => chosenFeatures(gradientBoostingClassifier({ trees: 3 }), { by: 'importance', count: 2 }),
      'transformer',
    ),
    { ...exempt, 'answers are of the promised shape': keeps, 'state restores to the same answers': keeps },
  ],
])('%s', (_, one, exemptions) => {
  it.each(checkEstimator(one, { exempt: exemptions }).filter(({ status }) => status !== 'exempt'))('$check', result => {
    expect(result).toMatchObject({ status: 'passed' });
  });
});

const random = seeded(3);
const rows = 400;
const y = Float64Array.from({ length: rows }, (_, i) => (i % 8 === 0 ? 1 : 0));
const X = table({
  amount: numbers(Float64Array.from(y, label => random.normal() + 2.5 * label)),
  hour: numbers(Float64Array.from(y, label => random.normal() - 2 * label)),
  noise: numbers(Float64Array.from(y, () => random.normal())),
});

describe('an anomaly classifier', () => {
  it('is at 0.5 at the stated quantile of its training rows, and orders rows as its detector does', () => {
    const fitted = anomalyClassifier(forest(), { quantile: 0.9 }).fit(X, y);
    const scores = fitted.predictProba(X);
    expect(scores.filter(score => score > 0.5).length / rows).toBeCloseTo(0.1, 1);
    const order = (values: Float64Array) => Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
    expect(order(scores)).toEqual(order(fitted.detector.anomalyScore(X)));
  });

  it('refuses what is no detector', () => {
    expect(() => anomalyClassifier(logisticRegression()).fit(X, y)).toThrow(/is made of a detector/);
  });
});

describe('an anomaly feature', () => {
  it('shows a training row the score of detectors that did not see it', () => {
    const made = anomalyFeature(forest(), { name: 'odd' });
    const { fitted, transformed } = made.fitTransform!(X, y, { random: seeded(1) });
    const [own, seen] = [transformed, fitted.transform(X)].map(of => of.columns.get('odd'));
    expect(own).not.toEqual(seen);
  });
});

describe('features chosen by elimination', () => {
  it('keep what tells, and drop what does not', () => {
    const fitted = chosenFeatures(gradientBoostingClassifier({ trees: 10 }), { by: 'elimination', keep: 2 }).fit(X, y);
    expect(fitted.outputs.map(({ name }) => name)).toEqual(['amount', 'hour']);
  });
});

describe('explainerOf', () => {
  const network = () => denseNetworkClassifier({ layers: [4], epochs: 2 });
  const boosting = () => gradientBoostingClassifier({ trees: 5, maxDepth: 3 });
  const fit = (estimator: Estimator) => estimator.fit(X, y, { random: seeded(2) });
  const five = takeRows(X, [0, 1, 2, 3, 4]);
  const sums = (fitted: Fitted) => {
    const { base, values, inputs } = explainerOf(fitted)!.explain(five);
    return Array.from({ length: 5 }, (_, i) =>
      values.slice(i * inputs.length, (i + 1) * inputs.length).reduce((sum, part) => sum + part, base),
    );
  };

  it('takes a model that splits its own score', () => {
    const fitted = fit(pipeline([impute(), scale(), logisticRegression()])) as FittedClassifier;
    expect(explainerOf(fitted)!.figure).toEqual({ kind: 'score' });
    const logOdds = Array.from(fitted.predictProba(five), p => Math.log(p / (1 - p)));
    sums(fitted).forEach((sum, i) => expect(sum).toBeCloseTo(logOdds[i], 9));
  });

  it('splits the error of an autoencoder by feature, exactly, also through a pipeline', () => {
    const detector = pipeline([impute(), scale(), oneHot(), autoencoder({ encoder: [2], epochs: 2 })]);
    const fitted = fit(anomalyClassifier(detector)) as ReturnType<ReturnType<typeof anomalyClassifier>['fit']>;
    expect(explainerOf(fitted)!.figure).toEqual({ kind: 'oddness' });
    const errors = fitted.detector.anomalyScore(five);
    sums(fitted).forEach((sum, i) => expect(sum).toBeCloseTo(errors[i], 9));
  });

  it('explains a vote with a network by its largest member that can, and says so', () => {
    const members = [pipeline([scale(), network()]), boosting(), randomForestClassifier({ trees: 5 })];
    const vote = fit(votingClassifier(members, { weights: [3, 2, 1] }));
    expect(explainerOf(vote)!.figure).toEqual({ kind: 'member', member: 'gradient-boosting-classifier' });
  });

  it('explains a calibrated model by what it calibrates, named by what a pipeline ends in', () => {
    const calibrated = calibratedClassifier(pipeline([scale(), boosting()]), { method: 'isotonic', folds: 2 });
    expect(explainerOf(fit(calibrated))!.figure).toEqual({ kind: 'member', member: 'gradient-boosting-classifier' });
  });

  it('tells parts of a vote inside a pipeline by the inputs of the pipeline, and what was added by its own name', () => {
    const vote = votingClassifier([pipeline([scale(), network()]), boosting()] as Estimator<FittedClassifier>[]);
    const fitted = fit(pipeline([anomalyFeature(forest()), vote]));
    expect(explainerOf(fitted)!.explain(five).inputs).toEqual(['amount', 'hour', 'noise', 'anomaly_score']);
  });

  it('has nothing to say of a network alone', () => {
    expect(explainerOf(fit(pipeline([scale(), network()])))).toBeNull();
  });
});
