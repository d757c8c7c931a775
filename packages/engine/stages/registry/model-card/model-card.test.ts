import type { ModelManifest } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { bundleOf } from '../../../checks/ports/samples.ts';
import type { UseCase } from '../../../use-case/use-case.ts';
import { modelCard } from './model-card.ts';

const figure = { value: 0.9, low: 0.85, high: 0.95 };
const share = { share: 0.05, precision: figure, recall: figure, revenue: figure, revenueShare: figure, lift: 9 };
const curves = { rocCurve: [], precisionRecallCurve: [], calibrationCurve: [], liftCurve: [] };
const evaluation = {
  ...curves,
  model: 'boosting',
  rows: 100,
  positives: 10,
  rocAuc: figure,
  averagePrecision: figure,
  brier: 0.01,
  logLoss: 0.1,
  ks: 0.7,
  atShares: [share],
  patterns: [{ pattern: 'shell', rows: 4, recall: [{ share: 0.05, recall: figure }] }],
};
const useCase = {
  id: 'goods',
  title: { es: 'Mercancías', en: 'Goods' },
  description: { es: 'Encuentra <fraudes>.', en: 'Finds <frauds>.' },
  features: [{ name: 'weight_kg', title: { es: 'Peso', en: 'Weight' } }],
  patterns: { shell: { es: 'Fachada', en: 'Shell' } },
} as unknown as UseCase;
const manifestWith = (changes: Partial<ModelManifest>): ModelManifest =>
  bundleOf('goods', '20260302-a1', {
    evaluations: [evaluation, { ...evaluation, model: 'rules', isBaseline: true }],
    importance: [{ feature: 'weight_kg', gain: 1, meanAbsoluteShap: 0.5 }],
    titles: { boosting: { es: 'Potenciación', en: 'Boosting' } },
    ...changes,
  }).manifest;

describe('the card of a model', () => {
  it('tells figures with intervals, the one that decides marked, in either language', () => {
    const [es, en] = (['es', 'en'] as const).map(language => modelCard(useCase, manifestWith({}), language));
    expect(es).toContain('Potenciación *');
    expect(es).toContain('0.900 [0.850–0.950]');
    expect(es).toContain('rules (c)');
    expect(en).toContain('Boosting *');
    expect(en).toContain('<th scope="row">Shell</th><td>4</td><td>90 % [85 %–95 %]</td>');
    expect(en).toContain('<th scope="row">Weight</th>');
  });

  it('says what it is for and its limits where they are declared, and that they are not where not', () => {
    const text = (en: string) => ({ es: en, en });
    const card = {
      purpose: text('To find.'),
      users: text('Officers.'),
      data: text('Logs.'),
      limits: [text('Rare goods.')],
    };
    expect(modelCard(useCase, manifestWith({ card }), 'en')).toContain('<li>Rare goods.</li>');
    expect(modelCard(useCase, manifestWith({}), 'en')).toContain('Not declared.');
  });

  it('has room for fairness and says when nobody assessed it', () => {
    expect(modelCard(useCase, manifestWith({}), 'en')).toContain('Not assessed for this version.');
    const group = { group: 'north', rows: 40, favourable: figure, wronglyRefused: figure, wronglyPassed: null };
    const assessed = modelCard(
      useCase,
      manifestWith({ fairness: [{ by: 'region', groups: [group], ratio: 0.83 }] }),
      'en',
    );
    expect(assessed).toContain('region; least rate over the greatest: 0.83');
  });

  it('holds no script, fetches nothing, and lets no text become a tag', () => {
    const page = modelCard(useCase, manifestWith({}), 'en');
    expect(page).not.toMatch(/<script|src=|href=/);
    expect(page).toContain('Finds &lt;frauds&gt;.');
  });
});
