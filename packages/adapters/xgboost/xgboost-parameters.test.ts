import { type BoostingRequest, gradientBoostingClassifier } from '@rikuy/learn';
import { describe, expect, it } from 'vitest';
import { xgboostParameters } from './xgboost-parameters.ts';

const params = gradientBoostingClassifier().params as unknown as BoostingRequest['params'];

function request(changes: Partial<BoostingRequest['params']>, others: Partial<BoostingRequest> = {}): BoostingRequest {
  return {
    objective: 'binary:logistic',
    params: { ...params, maxStep: Infinity, ...changes },
    inputs: [
      { name: 'price', kind: 'number' },
      { name: 'origin', kind: 'category', levels: ['PE'] },
    ],
    rows: { matrix: new Float32Array(2), targets: new Float32Array(1) },
    threads: 1,
    seed: 7,
    ...others,
  };
}

describe('xgboostParameters', () => {
  it('tells the learning rate, the bins of values and the seed', () => {
    expect(xgboostParameters(request({}))).toMatchObject({ eta: '0.1', max_bin: '255', seed: '7' });
  });

  it('tells of leaves only where leaves bound a tree', () => {
    expect(xgboostParameters(request({}))).not.toHaveProperty('max_leaves');
    const leafWise = xgboostParameters(request({ growth: 'leaf-wise', maxLeaves: 20 }));
    expect(leafWise).toMatchObject({ grow_policy: 'lossguide', max_leaves: '20' });
  });

  it('lists a direction for every input when one is monotone', () => {
    expect(xgboostParameters(request({ monotone: { price: -1 } })).monotone_constraints).toBe('(-1,0)');
  });

  it('refuses a direction for a category or a missing column', () => {
    expect(() => xgboostParameters(request({ monotone: { origin: 1 } }))).toThrow(/`origin` is a category/);
    expect(() => xgboostParameters(request({ monotone: { weight: 1 } }))).toThrow(/`weight`, which is missing/);
  });

  it('names the power of the variance in the loss that it watches', () => {
    const asked = request({}, { objective: 'reg:tweedie', variancePower: 1.3 });
    expect(xgboostParameters(asked)).toMatchObject({
      eval_metric: 'tweedie-nloglik@1.3',
      tweedie_variance_power: '1.3',
    });
  });
});
