import { featureDescription } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { describeFeatures } from './describe-features.ts';
import { featureCatalogue } from './feature-catalogue.ts';
import { historyFeatures, orders, told } from './fixtures/orders.ts';

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
    expect(of('usual').sources).toEqual(['order.code', 'order.amount']);
    expect(of('gap')).toMatchObject({ sources: ['order.amount'], features: ['usual'], models: ['v2', 'v1'] });
    expect(of('risk')).toMatchObject({ sources: ['label:fraud', 'order.shop', 'order.code'], models: ['v2'] });
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
