import { autoencoder, catalogue, gradientBoostingClassifier } from '@rikuy/learn';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parametersOf } from './parameters.ts';
import { sourceOf } from './source-of.ts';
import { takes } from './takes.ts';

describe('parametersOf', () => {
  it('tells type, range, default and description of each', () => {
    const params = z.object({
      share: z.number().gt(0).max(1).default(0.5).describe('A share.'),
      layers: z.array(z.int().min(1)),
      method: z.enum(['fast', 'exact']).optional(),
    });
    expect(parametersOf(params)).toEqual([
      { name: 'share', type: 'number', range: '> 0, ≤ 1', fallback: '`0.5`', description: 'A share.' },
      { name: 'layers', type: 'list of whole number', range: '≥ 1', fallback: 'required', description: '' },
      { name: 'method', type: '`"fast"` or `"exact"`', range: '–', fallback: '–', description: '' },
    ]);
  });

  it('finds a description for every parameter of every estimator', () => {
    for (const factory of Object.values(catalogue)) {
      if (!('params' in factory)) continue;
      for (const parameter of parametersOf(factory.params)) expect(parameter.description).toMatch(/\.$/);
    }
  });
});

describe('sourceOf', () => {
  it('finds the doc comment and what it cites', () => {
    const { path, description, cited } = sourceOf('isolationForest');
    expect(path).toBe('packages/learn/anomaly/isolation-forest.ts');
    expect(description).toMatch(/^Isolation forest/);
    expect(description).not.toContain('@example');
    expect(cited).toEqual(['Liu, Ting and Zhou, "Isolation Forest", 2008']);
  });

  it('finds the options of a composed estimator', () => {
    expect(sourceOf('votingClassifier').options.map(({ name }) => name)).toEqual(['voting', 'weights']);
  });

  it('finds every estimator of the catalogue', () => {
    for (const name of Object.keys(catalogue)) expect(sourceOf(name).description.length).toBeGreaterThan(20);
  });
});

describe('takes', () => {
  it('is found out by trying', () => {
    const small = () => gradientBoostingClassifier({ trees: 2 });
    expect(takes(small, ['a', 'b'])).toEqual({ categories: true, gaps: true });
    expect(takes(() => autoencoder({ epochs: 1 }), ['a', 'b'])).toEqual({ categories: false, gaps: false });
  });
});
