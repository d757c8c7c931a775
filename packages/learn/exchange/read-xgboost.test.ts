import { describe, expect, it } from 'vitest';
import { treeScorer } from '../trees/scoring.ts';
import type { TreeEnsemble } from '../trees/tree-ensemble.ts';
import { REAL_MODELS, realModel } from './fixtures/real-models.ts';
import { readXgboost } from './read-xgboost.ts';

const categories = realModel('categories');

describe('readXgboost', () => {
  it.each(REAL_MODELS)('scores %s with the bits of the real XGBoost', name => {
    const { text, rows, rowCount, margins } = realModel(name);
    expect(treeScorer(readXgboost(text).ensemble).margins(rows, rowCount)).toEqual(margins);
  });

  it('reads names, kinds and objective', () => {
    const { inputs, objective } = readXgboost(categories.text);
    expect(inputs.map(input => `${input.name}: ${input.kind}`)).toEqual([
      'amount: number',
      'weight: number',
      'days: number',
      'NaN share: number',
      'origin: category',
    ]);
    expect(objective).toBe('binary:logistic');
    expect(readXgboost(realModel('value').text).objective).toBe('reg:squarederror');
  });

  it('names inputs f0, f1, … where the model has no names', () => {
    const text = edited(categories.text, model => (model.learner.feature_names = []));
    expect(readXgboost(text).inputs.map(input => input.name)).toEqual(['f0', 'f1', 'f2', 'f3', 'f4']);
  });

  it.each([0.25, '2.5E-1', '[2.5E-1]'])('takes a base score written as %j', written => {
    const text = edited(categories.text, model => (model.learner.learner_model_param.base_score = written));
    expect(readXgboost(text).ensemble.baseMargin).toBe(Math.fround(-Math.log(3)));
  });

  it('takes the weights of dropped trees into their leaves', () => {
    const weights = JSON.parse(realModel('dropout').text).learner.gradient_booster.weight_drop as number[];
    expect(new Set(weights).size).toBeGreaterThan(2);
    const unweighted = edited(realModel('dropout').text, model => {
      model.learner.gradient_booster = model.learner.gradient_booster.gbtree;
    });
    const [dropped, whole] = [realModel('dropout').text, unweighted].map(text => readXgboost(text).ensemble);
    const expected = whole.value.map((value, node) => value * Math.fround(weights[treeOf(whole, node)]));
    expect(dropped.value).toEqual(expected);
  });

  it('reads the power of the variance', () => {
    expect(readXgboost(realModel('money').text)).toMatchObject({ objective: 'reg:tweedie', variancePower: 1.3 });
    expect(readXgboost(realModel('counts').text).objective).toBe('count:poisson');
  });

  it('reads the bare NaN that version 1.7 writes at category splits', () => {
    const text = edited(categories.text, model => {
      for (const tree of trees(model)) for (const node of tree.categories_nodes) tree.split_conditions[node] = '§';
    }).replaceAll('"§"', 'NaN');
    expect(text).toContain('NaN,');
    expect(readXgboost(text)).toEqual(readXgboost(categories.text));
  });

  it('leaves out nodes that pruning cut off', () => {
    const text = edited(categories.text, model => {
      for (const tree of trees(model))
        for (const column of NODE_COLUMNS) tree[column].push(column.endsWith('children') ? -1 : 0);
    });
    expect(readXgboost(text)).toEqual(readXgboost(categories.text));
  });

  it('takes the levels of categories from the model where it stores texts', () => {
    const text = edited(categories.text, model => {
      const encodings = Array.from({ length: 4 }, () => ({ offsets: [], values: [] }));
      model.learner.gradient_booster.model.cats = {
        enc: [...encodings, { offsets: [0, 2, 5], values: [80, 69, 80, -61, -111] }],
      };
    });
    expect(readXgboost(text).inputs[4]).toMatchObject({ levels: ['PE', 'PÑ'] });
  });

  it('takes the levels of categories from its caller, else the codes themselves', () => {
    expect(readXgboost(categories.text, { levels: { origin: ['PE', 'CN'] } }).inputs[4]).toMatchObject({
      levels: ['PE', 'CN'],
    });
    expect(readXgboost(categories.text).inputs[4]).toMatchObject({ levels: expect.arrayContaining(['0', '1', '66']) });
  });

  it.each([
    ['text that is no JSON', () => 'booster[0]:', 'the text is no JSON'],
    ['JSON that is no model', () => '{"learner": {}}', 'saved as JSON by XGBoost'],
    [
      'the booster gblinear',
      changed(model => (model.learner.gradient_booster = { name: 'gblinear', model: {} })),
      'got `gblinear`. Train one of those',
    ],
    [
      'dropped trees whose weights are not all there',
      () => edited(realModel('dropout').text, model => model.learner.gradient_booster.weight_drop.pop()),
      'for each of 6 trees; got 5',
    ],
    ['several classes', changed(model => (model.learner.learner_model_param.num_class = '3')), 'got 3 classes'],
    ['several targets', changed(model => (model.learner.learner_model_param.num_target = '2')), 'got 2 targets'],
    ['other objectives', changed(model => (model.learner.objective.name = 'rank:ndcg')), 'got `rank:ndcg`'],
    [
      'an impossible base score',
      changed(model => (model.learner.learner_model_param.base_score = '[1E0]')),
      'between 0 and 1',
    ],
    ['a cycle', changed(model => (trees(model)[0].left_children[1] = 0)), 'form a cycle'],
    ['a child that is not there', changed(model => (trees(model)[0].right_children[1] = 999)), 'two children'],
    [
      'an input that is not there',
      changed(model => (trees(model)[0].split_indices[0] = 5)),
      'one of 5 inputs; got number 5',
    ],
    ['a node without a cover', changed(model => trees(model)[0].sum_hessian.pop()), '`sum_hessian`'],
  ])('refuses %s', (_, text, message) => {
    expect(() => readXgboost(text())).toThrow(expect.objectContaining({ code: 'unsupported-model' }));
    expect(() => readXgboost(text())).toThrow(message);
  });
});

const NODE_COLUMNS = [
  'left_children',
  'right_children',
  'split_indices',
  'split_conditions',
  'default_left',
  'sum_hessian',
  'loss_changes',
  'split_type',
];

// oxlint-disable-next-line typescript/no-explicit-any -- damaged on purpose in ways that no type allows
type Raw = any;

function trees(model: Raw): Raw[] {
  return model.learner.gradient_booster.model.trees;
}

function treeOf({ roots }: TreeEnsemble, node: number): number {
  return roots.findLastIndex(root => root <= node);
}

function edited(text: string, edit: (model: Raw) => unknown): string {
  const model: unknown = JSON.parse(text);
  edit(model);
  return JSON.stringify(model);
}

function changed(edit: (model: Raw) => unknown): () => string {
  return () => edited(categories.text, edit);
}
