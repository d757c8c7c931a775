import { numbers, seeded, table, writeState } from '@rikuy/learn';
import { describe, expect, it } from 'vitest';
import type { EstimatorPlan, TrainingPlan } from '../../use-case/training-plan.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import { orders, told } from '../features/fixtures/orders.ts';
import { splitByTime } from './split-by-time.ts';
import { train, type TrainingData } from './train.ts';

const title = { es: 'modelo', en: 'model' };
const boosting: EstimatorPlan = { kind: 'gradient-boosting-classifier', params: { trees: 20, maxDepth: 3 } };
const linear: EstimatorPlan = {
  kind: 'pipeline',
  parts: [{ kind: 'impute' }, { kind: 'scale' }, { kind: 'logistic-regression' }],
};
const networks: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    { kind: 'impute' },
    { kind: 'scale' },
    { kind: 'dense-network-classifier', params: { layers: [4], epochs: 3 } },
  ],
};
const odd: EstimatorPlan = { kind: 'isolation-forest', params: { trees: 20 } };

/** A hundred days, every second event verified a day later; `amount` and `hour` tell, `noise` does not. */
function history(rows = 2000): TrainingData {
  const random = seeded(11);
  const truth = Float64Array.from({ length: rows }, () => (random.next() < 0.15 ? 1 : 0));
  const eventTimes = Float64Array.from(truth, (_, i) => (i / rows) * 100 * 86_400_000);
  const labels = truth.map((label, i) => (i % 2 === 0 ? label : NaN));
  return {
    X: table({
      amount: numbers(truth.map(label => Math.exp(random.normal() + 1.2 * label))),
      hour: numbers(truth.map(label => random.normal() - 1.2 * label)),
      noise: numbers(truth.map(() => random.normal())),
    }),
    eventTimes,
    labels,
    labelKnownAt: eventTimes.map((time, i) => (Number.isNaN(labels[i]) ? NaN : time + 86_400_000)),
    amounts: labels.map(label => (label === 1 ? 40 : NaN)),
    patterns: Array.from(truth, () => null),
  };
}

function useCaseWith(changes: Partial<TrainingPlan>): UseCase {
  const base = orders(({ record }) =>
    Object.fromEntries(['amount', 'hour', 'noise'].map(name => [name, { ...told, value: record('amount') }])),
  );
  return { ...base, training: { ...base.training, ...changes } };
}

async function trained(changes: Partial<TrainingPlan>, data = history()) {
  const useCase = useCaseWith(changes);
  return train(useCase, data, { seed: 5, split: splitByTime(data, useCase.training) });
}

const candidate = (name: string, estimator: EstimatorPlan) => ({ name, title, estimator });

describe('training', { timeout: 60_000 }, () => {
  it.each<[string, EstimatorPlan]>([
    ['class weights', { kind: 'class-weighted', parts: [boosting] }],
    ['SMOTE', { kind: 'resampled', params: { sampler: 'smote', ratio: 0.5 }, parts: [boosting] }],
    ['calibration', { kind: 'calibrated-classifier', params: { method: 'platt', folds: 2 }, parts: [boosting] }],
    [
      'an anomaly score as a feature',
      { kind: 'pipeline', parts: [{ kind: 'anomaly-feature', parts: [odd] }, boosting] },
    ],
    [
      'features left out one by one',
      {
        kind: 'pipeline',
        parts: [{ kind: 'chosen-features', params: { by: 'elimination', keep: 2 }, parts: [boosting] }, boosting],
      },
    ],
    [
      'stacking',
      { kind: 'stacking-classifier', params: { folds: 2 }, parts: [boosting, linear, { kind: 'logistic-regression' }] },
    ],
    ['a vote with a network', { kind: 'voting-classifier', params: { weights: [2, 1] }, parts: [boosting, networks] }],
    [
      'columns that go ways of their own',
      {
        kind: 'pipeline',
        parts: [
          {
            kind: 'column-pipelines',
            params: { columns: [['amount'], ['hour', 'noise']] },
            parts: [{ kind: 'log1p' }, { kind: 'scale' }],
          },
          boosting,
        ],
      },
    ],
  ])('fits %s from data alone, well above chance, and the same bits again', async (_, estimator) => {
    const plan = { candidates: [candidate('one', estimator)], choose: { kind: 'named', name: 'one' } } as const;
    const [first, again] = [await trained(plan), await trained(plan)];
    expect(first.evaluations[0].rocAuc.low).toBeGreaterThan(0.7);
    expect(writeState(again.classifier.toState())).toEqual(writeState(first.classifier.toState()));
    expect(first.importance[0].meanAbsoluteShap).toBeGreaterThan(0);
  });

  it('lets a model without labels learn from all rows and judges it by those that have one', async () => {
    const data = history();
    const learner = { ...candidate('odd', { kind: 'anomaly-classifier', parts: [odd] }), learnsFrom: 'all' } as const;
    const { evaluations } = await trained({ candidates: [learner], choose: { kind: 'named', name: 'odd' } }, data);
    expect(evaluations[0].rocAuc.low).toBeGreaterThan(0.5);
  });

  it.each(['grid', 'random', 'tpe'] as const)(
    'searches parameters by %s on training rows and says what it found',
    async method => {
      const search =
        method === 'grid'
          ? ({ method, space: { maxDepth: [1, 3] } } as const)
          : ({ method, trials: 3, space: { maxDepth: { kind: 'number', low: 1, high: 4, whole: true } } } as const);
      const one = {
        ...candidate('one', boosting),
        search: { ...search, metric: 'rocAuc', folds: { by: 'time', count: 2 } },
      } as const;
      const { searches } = await trained({ candidates: [one] });
      expect(searches).toMatchObject([{ candidate: 'one', method, trials: method === 'grid' ? 2 : 3 }]);
      expect([1, 2, 3, 4]).toContain(searches[0].params.maxDepth);
    },
  );

  it('takes what is at stake from a feature', async () => {
    const { amount, judged } = await trained({
      candidates: [candidate('one', boosting)],
      features: ['hour', 'noise'],
      amountFeature: 'amount',
    });
    expect(amount).toMatchObject({ kind: 'feature', name: 'amount' });
    expect(new Set(judged.get('one')!.amountAtStake).size).toBeGreaterThan(100);
  });

  it('judges baselines beside the candidates and never chooses one', async () => {
    const baselines = [{ kind: 'model', ...candidate('linear', linear) }] as const;
    const { evaluations, chosen } = await trained({
      candidates: [
        candidate('noise', {
          kind: 'pipeline',
          parts: [{ kind: 'keep-columns', params: { columns: ['noise'] } }, boosting],
        }),
      ],
      baselines,
      choose: { kind: 'best', metric: 'rocAuc' },
    });
    expect(evaluations.map(({ model, isBaseline }) => [model, isBaseline])).toEqual([
      ['noise', undefined],
      ['linear', true],
    ]);
    expect(evaluations[1].rocAuc.value).toBeGreaterThan(evaluations[0].rocAuc.value);
    expect(chosen).toBe('noise');
  });

  it('lets only a model decide whose decisions can be explained', async () => {
    const named = { candidates: [candidate('network', networks)], choose: { kind: 'named', name: 'network' } } as const;
    await expect(trained(named)).rejects.toThrow(
      /expects a model whose decisions can be explained exactly; got `network`/,
    );
    const best = { candidates: [candidate('network', networks), candidate('weak', boosting)] };
    const { chosen } = await trained({ ...best, choose: { kind: 'best', metric: 'rocAuc' } });
    expect(chosen).toBe('weak');
  });

  it.each<[EstimatorPlan, RegExp]>([
    [{ kind: 'oracle' }, /kind `oracle` is unknown; known are .*voting-classifier/],
    [{ kind: 'resampled', params: { sampler: 'magic' }, parts: [boosting] }, /`sampler` must be one of smote/],
    [{ kind: 'class-weighted' }, /`parts` of `class-weighted` must be exactly one; got 0/],
    [{ kind: 'stacking-classifier', parts: [boosting] }, /must be the members and last the model on them; got 1/],
    [{ kind: 'column-pipelines', params: { columns: ['all'] } }, /as many as `params.columns` has choices; got 0/],
  ])('refuses a plan that cannot be made', async (estimator, message) => {
    await expect(trained({ candidates: [candidate('one', estimator)] })).rejects.toThrow(message);
  });
});
