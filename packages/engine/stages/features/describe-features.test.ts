import { featureDescription } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { newestVersions } from '../../expressions/feature.ts';
import { sequence } from '../../expressions/sequence.ts';
import { defineUseCase } from '../../use-case/define-use-case.ts';
import { describeFeatures } from './describe-features.ts';
import { featureCatalogue } from './feature-catalogue.ts';
import { createFeatureEngine } from './feature-engine.ts';
import { historyFeatures, order, orders, told } from './fixtures/orders.ts';

const useCase = orders(
  ({ record, past, label, lookup, feature, times, minus, dividedBy, above, first }) => ({
    amount_usd: { ...told, unit: 'USD', value: times(record('amount'), lookup('fx', 'PEN')), pattern: 'burst' },
    usual: {
      ...told,
      value: past({ by: 'code', within: { days: 30 }, where: above(record('amount'), 0) }).median('amount'),
    },
    gap: { ...told, value: dividedBy(minus(record('amount'), feature('usual')), feature('usual')) },
    risk: {
      ...told,
      value: label('fraud').rate({
        by: ['shop', 'code'],
        backOff: [first(record('code'), 1)],
        prior: 5,
        within: 'all',
      }),
    },
  }),
  { patterns: { burst: { es: 'ráfaga', en: 'burst of orders' } } },
);
const described = describeFeatures(useCase, [
  { version: 'v2', features: ['gap', 'risk'] },
  { version: 'v1', features: ['gap'] },
]);
const of = (name: string) => described.find(feature => feature.name === name)!;

describe('the description of features', () => {
  it('fits the contract, for every operator that reads history', () => {
    for (const feature of [...described, ...describeFeatures(orders(historyFeatures), [])])
      expect(() => featureDescription.parse(feature)).not.toThrow();
  });

  it('writes each as a formula', () => {
    expect(described.map(({ formula }) => formula)).toEqual([
      'amount × fx["PEN"] on the day',
      'median of amount over past events by code, within 30 days where (amount > 0)',
      '(amount − usual) ÷ usual',
      'known rate of fraud by (shop, code), ever, smoothed by 5 towards (first 1 of code), then all',
    ]);
  });

  it('traces it to fields, labels, lookups, features and models', () => {
    expect(of('amount_usd').sources).toEqual(['order.amount', 'lookup:fx']);
    expect(of('usual')).toMatchObject({ sources: ['order.code', 'order.amount'], models: ['v2', 'v1'] });
    expect(of('gap')).toMatchObject({ sources: ['order.amount'], features: ['usual'], models: ['v2', 'v1'] });
    expect(of('risk')).toMatchObject({ sources: ['label:fraud', 'order.shop', 'order.code'], models: ['v2'] });
  });
});

describe('a feature with a next version', () => {
  const rolledOut = orders(({ record, log1p }) => ({
    size: { ...told, value: record('amount') },
    size_v2: { ...told, value: log1p(record('amount')), replaces: 'size' },
  }));
  const versions = describeFeatures(rolledOut, [
    { version: 'old', features: ['size'], stage: 'champion' },
    { version: 'new', features: ['size_v2'], stage: 'shadow' },
  ]);

  it('is told beside it, each with the models that read it', () => {
    expect(versions).toMatchObject([
      { name: 'size', version: 1, replaces: null, replacedBy: 'size_v2', modelStages: { old: 'champion' } },
      { name: 'size_v2', version: 2, replaces: 'size', replacedBy: null, modelStages: { new: 'shadow' } },
    ]);
    expect(featureCatalogue('Orders', versions, 'en')).toContain(
      '- Models: old (decides)\n- Version: 1 (replaced by `size_v2`, computed while a model reads it)',
    );
  });

  it('is no longer given to new models', () => {
    expect(newestVersions(rolledOut.features)).toEqual(['size_v2']);
  });

  it('gives both values to every event, so that the old model goes on reading the old one', () => {
    const engine = createFeatureEngine(defineUseCase(rolledOut));
    expect(engine.toVector(engine.observe(order('1', 1, { amount: 9 })))).toEqual({ size: 9, size_v2: Math.log1p(9) });
  });

  it.each([
    ['unknown', { size_v2: 'none' }, 'names a feature declared before it; got `none`'],
    ['declared later', { size: 'size_v2' }, 'names a feature declared before it'],
    ['of another kind', { size_v2: 'group' }, 'it is a number and replaces `group`, a category'],
    ['replaced twice', { size_v2: 'size', size_v3: 'size' }, '`size` is replaced by `size_v3` and `size_v2`'],
  ])('is refused where the earlier one is %s', (_, replaces: Readonly<Record<string, string>>, message) => {
    const declared = orders(({ record }) => ({
      group: { ...told, kind: 'category', value: record('shop') },
      size: { ...told, value: record('amount'), replaces: replaces.size },
      size_v2: { ...told, value: record('amount'), replaces: replaces.size_v2 },
      size_v3: { ...told, value: record('amount'), replaces: replaces.size_v3 },
    }));
    expect(() => defineUseCase(declared)).toThrow(message);
  });
});

describe('a sequence', () => {
  const useSequence = orders(({ record, hour, eventTime }) => ({
    amount: { ...told, value: record('amount') },
    ...sequence('last', {
      ...told,
      events: { by: 'user', within: 'all' },
      steps: 3,
      channels: {
        amount: { value: 'amount', title: told.title },
        hour: { value: hour(eventTime(), 'UTC'), title: told.title },
      },
    }),
  }));
  const names = useSequence.features.map(({ name }) => name);

  it('is steps times channels of numbers, the newest step being the event itself', () => {
    const engine = createFeatureEngine(defineUseCase(useSequence));
    for (const at of [1, 2, 3]) engine.take(order(`${at}`, at, { user: 'ana', amount: at * 10 }));
    expect(engine.toVector(engine.observe(order('4', 4, { user: 'ana', amount: 40 })))).toMatchObject({
      last_amount_1: 20,
      last_amount_2: 30,
      last_amount_3: 40,
      last_hour_1: 2,
      last_hour_3: 4,
    });
    expect(engine.toVector(engine.observe(order('5', 5, { user: 'ben', amount: 1 })))).toMatchObject({
      last_amount_1: null,
      last_amount_2: null,
      last_amount_3: 1,
    });
  });

  it('has the names by which the sequence network groups its inputs', () => {
    const columns = names.filter(name => name.startsWith('last_'));
    expect(columns).toEqual([1, 2, 3].map(i => `last_amount_${i}`).concat([1, 2, 3].map(i => `last_hour_${i}`)));
  });

  it('is one entry of the catalogue', () => {
    const page = featureCatalogue('Orders', describeFeatures(useSequence, []), 'en');
    expect(page.match(/^## /gm)).toHaveLength(3);
    expect(page).toContain('sequence of the last 3 events; channels: amount, hour');
  });
});

describe('the catalogue page', () => {
  it('tells every feature in the reader’s language', () => {
    const page = featureCatalogue('Pedidos', described, 'es', pattern => useCase.patterns[pattern].es);
    expect(page).toContain('# Pedidos: catálogo de variables\n\n4 variables');
    expect(page).toContain(
      '## texto `amount_usd`\n\ntexto\n\n- Por qué: texto\n- Fórmula: `amount × fx["PEN"] on the day`',
    );
    expect(page).toContain('- Patrón de fraude: ráfaga');
    expect(page).toContain('- Hecha de: `usual`, `order.amount`\n- Modelos: v2, v1');
    expect(featureCatalogue('Orders', described, 'en')).toContain('- Made from: `usual`, `order.amount`');
  });
});
