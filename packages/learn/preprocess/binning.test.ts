import { describe, expect, it } from 'vitest';
import { categories, numbers } from '../table/column.ts';
import { categoryColumn, numberColumn, table } from '../table/table.ts';
import { binning } from './binning.ts';
import { type Counts, mergedOptimally, weightOf } from './binning-merge.ts';
import fixture from './fixtures/binning.json' with { type: 'json' };
import { weightOfEvidence } from './weight-of-evidence.ts';

const X = table({ x: numbers(fixture.x) });
const y = Float64Array.from(fixture.y);

describe('optimal bins', () => {
  it.each(fixture.cases)(`are those of ${fixture.source}, $trend, at most $maxBins`, expected => {
    const trend = expected.trend as 'ascending' | 'descending';
    const fitted = weightOfEvidence({ trend, maxBins: expected.maxBins, prebins: 16, smoothing: 1e-12 }).fit(X, y);
    const { edges, bins, informationValue } = fitted.bins.get('x')!;
    expect(edges.length).toBe(expected.edges.length);
    edges.forEach((edge, k) => expect(edge).toBeCloseTo(expected.edges[k], 9));
    bins.forEach(({ woe }, k) => expect(woe).toBeCloseTo(-expected.woe[k], 9));
    expect(informationValue).toBeCloseTo(expected.informationValue, 9);
  });

  it('carry as much information as the best of all ways to put nine parts together', () => {
    const parts = [5, 1, 4, 9, 2, 8, 6, 12, 7].map((events, k): Counts => ({ events, others: 20 - k - (k % 3) * 4 }));
    const sum = (of: keyof Counts): number => parts.reduce((total, part) => total + part[of], 0);
    const totals = { events: sum('events'), others: sum('others'), smoothing: 0.5 };
    const informationOf = (bins: readonly Counts[]): number =>
      bins.reduce((all, b) => all + (b.events / totals.events - b.others / totals.others) * weightOf(b, totals), 0);
    const ways = Array.from({ length: 2 ** 8 }, (_, cuts) => cutAt(parts, cuts));
    const allowed = ways.filter(bins => bins.length <= 4 && bins.every(isLarge) && isAscending(bins));
    const found = mergedOptimally(parts, totals, { maxBins: 4, minShare: 0.1, trend: 'ascending' });
    expect(allowed.length).toBeGreaterThan(5);
    expect(informationOf(found.map(({ counts }) => counts))).toBeCloseTo(Math.max(...allowed.map(informationOf)), 12);

    function isLarge({ events, others }: Counts): boolean {
      return events + others >= 0.1 * (totals.events + totals.others);
    }
  });

  it('give gaps a bin of their own, and 0 to what training did not see', () => {
    const rows = table({ x: numbers([NaN, NaN, NaN, 1, 2, 3]), z: numbers([1, 2, 3, 4, 5, 6]) });
    const fitted = weightOfEvidence({ minShare: 0.2 }).fit(rows, Float64Array.of(1, 1, 0, 0, 0, 1));
    const given = fitted.transform(table({ x: numbers([NaN]), z: numbers([NaN]) }));
    expect(numberColumn(given, 'x').values[0]).toBeCloseTo(Math.log((2.5 / 3) * (3 / 1.5)), 12);
    expect(numberColumn(given, 'z').values[0]).toBe(0);
  });

  it('put levels of like rates together, the rare ones as one', () => {
    const names = ['CN', 'US', 'DE', 'PE'].flatMap((level, k) => Array.from({ length: k === 3 ? 2 : 20 }, () => level));
    names.push('CL');
    const rows = table({ origin: categories(names) });
    const labels = Float64Array.from(names, (level, i) => (level === 'CN' || (level === 'DE' && i % 2 === 0) ? 1 : 0));
    const { bins, levels } = weightOfEvidence({ minShare: 0.1, maxBins: 3 }).fit(rows, labels).bins.get('origin')!;
    expect(bins.map(({ label }) => label)).toEqual(['CL, PE, US', 'DE', 'CN']);
    expect(new Map(levels).get('PE')).toBe(0);
    expect(bins.map(({ woe }) => woe)).toEqual(bins.map(({ woe }) => woe).toSorted((a, b) => a - b));
  });

  it('refuse labels of one class', () => {
    expect(() => weightOfEvidence().fit(X, new Float64Array(400))).toThrow(/both classes/);
  });
});

describe('binning', () => {
  it('names the interval of each number, whose edge belongs to the bin above', () => {
    const fitted = binning({ maxBins: 4, prebins: 16, trend: 'ascending' }).fit(X, y);
    const { codes, levels } = categoryColumn(fitted.transform(table({ x: numbers([-100, 3.3, 15, NaN]) })), 'x');
    expect(levels[0]).toMatch(/^\(−∞, -8\.018/);
    expect([...codes]).toEqual([0, 2, 2, -1]);
  });
});

function cutAt(parts: readonly Counts[], cuts: number): Counts[] {
  const bins: Counts[] = [];
  parts.forEach((part, k) => {
    const last = bins.at(-1);
    if (!last || (cuts >> (k - 1)) & 1) bins.push(part);
    else bins[bins.length - 1] = { events: last.events + part.events, others: last.others + part.others };
  });
  return bins;
}

function isAscending(bins: readonly Counts[]): boolean {
  const rates = bins.map(({ events, others }) => events / (events + others));
  return rates.every((rate, k) => k === 0 || rate > rates[k - 1]);
}
