import type { Attributions } from '@rikuy/learn';
import { describe, expect, it } from 'vitest';
import type { UseCase } from '../../use-case/use-case.ts';
import { explainDecision, strongestReasons } from './explain-decision.ts';
import { formatValue } from './format-value.ts';

const title = { es: 'Precio', en: 'Price' };
const useCase = {
  training: {},
  features: [
    { name: 'price', unit: 'USD', title },
    { name: 'rate', unit: 'share', title: { es: 'Tasa', en: 'Rate' } },
  ],
  reasons: {
    price: {
      raises: {
        es: 'El precio {value} se aparta {percent} de {usual}.',
        en: 'The price {value} is {percent} off {usual}.',
      },
      lowers: { es: 'El precio {value} es normal.', en: 'The price {value} is normal.' },
      short: { es: 'precio', en: 'price' },
    },
  },
} as unknown as UseCase;
const attributions = (values: number[]): Attributions => ({
  inputs: ['price', 'rate'],
  base: -2,
  values: Float64Array.from(values),
  scale: 'log-odds',
});
const usual = { price: 100, rate: 0.2 };
const explained = (values: number[], vector: Record<string, number | null>, kind: 'score' | 'oddness' = 'score') =>
  explainDecision(useCase, { attributions: attributions(values), figure: { kind }, vector, usual });

describe('explainDecision', () => {
  it('adds up to the score and puts the strongest part first', () => {
    const { base, parts, total } = explained([0.5, -1.5], { price: 40, rate: 0.1 });
    expect(parts.map(({ code }) => code)).toEqual(['rate', 'price']);
    expect(base + parts[0].contribution + parts[1].contribution).toBe(total);
  });

  it('says what raises the risk in words, with the value, what is usual and how far apart', () => {
    const [reason] = explained([0.5, 0], { price: 40, rate: 0.1 }).parts;
    expect(reason.text.es).toBe('El precio US$ 40.00 se aparta 60 % de US$ 100.00.');
    expect(reason.text.en).toBe('The price US$ 40.00 is 60 % off US$ 100.00.');
  });

  it('says that there is no data instead of filling a gap into a sentence', () => {
    const [reason] = explained([0.5, 0], { price: null, rate: 0.1 }).parts;
    expect(reason.text).toEqual({ es: 'No hay dato de «Precio».', en: 'There is no data for “Price”.' });
  });

  it('says what a value is, and what is usual, where a model without labels finds it odd', () => {
    const [reason] = explained([0.5, 0], { price: 40, rate: 0.1 }, 'oddness').parts;
    expect(reason.text.en).toBe('Price: US$ 40.00 (usual is US$ 100.00).');
  });

  it('tells a feature without a sentence by its title', () => {
    const [reason] = explained([0, 1], { price: 40, rate: 0.1 }).parts;
    expect(reason.text.es).toBe('Tasa: 10 % (lo habitual es 20 %).');
  });
});

describe('strongestReasons', () => {
  it('gives fired rules, then what raises the risk, the strongest first', () => {
    const explanation = explained([0.5, -1.5], { price: 40, rate: 0.1 });
    const rule = { id: 'alert', effect: 'at-least', outcome: 'red', text: title, short: title } as const;
    expect(strongestReasons(explanation, [rule]).map(({ code }) => code)).toEqual(['alert', 'price']);
  });

  it('falls back to what lowers it when nothing raises it', () => {
    const explanation = explained([-0.5, -1.5], { price: 40, rate: 0.1 });
    expect(strongestReasons(explanation, []).map(({ code }) => code)).toEqual(['rate', 'price']);
  });
});

describe('formatValue', () => {
  it.each([
    [1234.5, 'USD', 'es', 'US$ 1,234.50'],
    [1234.5, 'PEN', 'en', 'S/ 1,234.50'],
    [11, 'percent', 'es', '11 %'],
    [0.045, 'share', 'es', '4.5 %'],
    [1, 'days', 'es', '1 día'],
    [3, 'days', 'en', '3 days'],
    [null, 'kg', 'en', 'no data'],
    ['CN', null, 'es', 'CN'],
  ] as const)('writes %s in %s, %s', (value, unit, language, written) => {
    expect(formatValue(value, unit, language)).toBe(written);
  });
});
