import { describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import { randomEnsemble, randomRows } from '../trees/random-ensemble.fixture.ts';
import { treeScorer } from '../trees/scoring.ts';
import { REAL_MODELS, realModel } from './fixtures/real-models.ts';
import { readXgboost } from './read-xgboost.ts';
import type { TreeModel } from './tree-model.ts';
import { writeXgboost } from './write-xgboost.ts';

const stump: TreeModel = {
  objective: 'binary:logistic',
  inputs: [
    { name: 'weight', kind: 'number' },
    { name: 'origin', kind: 'category', levels: ['PE', 'CN', 'Ñ'] },
  ],
  ensemble: {
    roots: Int32Array.of(0),
    feature: Int32Array.of(1, -1, -1),
    threshold: new Float32Array(3),
    left: Int32Array.of(1, 0, 0),
    missingLeft: Uint8Array.of(1, 0, 0),
    value: Float32Array.of(0, -1, 2),
    cover: Float32Array.of(3, 2, 1),
    gain: Float32Array.of(5, 0, 0),
    categoryStart: Int32Array.of(0, -1, -1),
    categoryWords: Int32Array.of(1, 0, 0),
    categoryBits: Uint32Array.of(0b101),
    baseMargin: 0,
  },
};

describe('writeXgboost', () => {
  it.each(REAL_MODELS)('writes %s so that it reads back the same', name => {
    const model = readXgboost(realModel(name).text);
    expect(readXgboost(writeXgboost(model))).toEqual(model);
  });

  it.each([-20, -1.5, 0, 0.3, 3.7, 12.3456, 40])('keeps the bits of the base margin %d', margin => {
    const model = { ...stump, ensemble: { ...stump.ensemble, baseMargin: Math.fround(margin) } };
    expect(readXgboost(writeXgboost(model))).toEqual(model);
  });

  it('keeps the bits of the scores of any trees, however their nodes lie', () => {
    const random = seeded(11);
    for (let i = 0; i < 20; i++) {
      const ensemble = randomEnsemble({ trees: 5, depth: 6, inputs: 6, categories: true }, random);
      const { values } = randomRows(100, ensemble, random);
      const inputs = Array.from({ length: 6 }, (_, j) => ({ name: `x${j}`, kind: 'number' as const }));
      const read = readXgboost(writeXgboost({ objective: 'binary:logistic', inputs, ensemble }));
      expect(treeScorer(read.ensemble).margins(values, 100)).toEqual(treeScorer(ensemble).margins(values, 100));
    }
  });

  it('writes floats with a point, without which XGBoost refuses the file', () => {
    const written = writeXgboost(stump);
    expect(written).toContain('"split_conditions":[0.0,-1.0,2.0]');
    expect(written).toContain('"sum_hessian":[3.0,2.0,1.0]');
  });

  it('writes the base score without brackets, which versions before 3 would misread', () => {
    const written = writeXgboost({ ...stump, objective: 'reg:squarederror' });
    expect(JSON.parse(written).learner.learner_model_param.base_score).toBe('0.0');
  });

  it('stores levels as UTF-8 in signed bytes, with the order in which they sort', () => {
    const { cats } = JSON.parse(writeXgboost(stump)).learner.gradient_booster.model;
    expect(cats).toEqual({
      enc: [
        { offsets: [], values: [] },
        { offsets: [0, 2, 4, 6], values: [80, 69, 67, 78, -61, -111] },
      ],
      feature_segments: [0, 0, 3],
      sorted_idx: [2, 1, 0],
    });
  });
});
