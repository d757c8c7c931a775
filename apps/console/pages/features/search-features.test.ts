import type { FeatureDescription } from '@rikuy/contracts';
import { expect, it } from 'vitest';
import { searchFeatures } from './search-features.ts';

function feature(name: string, es: string, pattern: string | null): FeatureDescription {
  const text = { es, en: `${name} in English` };
  return {
    name,
    kind: 'number',
    unit: null,
    title: text,
    description: text,
    justification: text,
    pattern,
    owner: 'x',
    version: 1,
    replaces: null,
    replacedBy: null,
    sequence: null,
    formula: 'count()',
    sources: ['declaration_item.country_origin'],
    features: [],
    models: [],
    modelStages: {},
  };
}

const all = [feature('country_risk_score', 'Riesgo del país', 'origin'), feature('month', 'Mes del año', null)];
const search = (q: string, pattern?: string) =>
  searchFeatures(all, { q, pattern, language: 'es' }).map(({ name }) => name);

it('finds every word, in any order, without accents or case', () => {
  expect(search('PAIS riesgo')).toEqual(['country_risk_score']);
  expect(search('ano')).toEqual(['month']);
  expect(search('riesgo mes')).toEqual([]);
});

it('looks into names and sources', () => {
  expect(search('country_origin')).toEqual(['country_risk_score', 'month']);
});

it('narrows to a pattern', () => {
  expect(search('', 'origin')).toEqual(['country_risk_score']);
});
