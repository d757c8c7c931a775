import type { NumberProfile } from '@rikuy/contracts';
import type { DatasetTable, NumberFigures } from '../../ports/dataset-store.ts';

export const quantileShares = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;
const mostBars = 30;

interface Known {
  readonly figures: NumberFigures;
  readonly distinct: number;
  readonly label: string | undefined;
}

/** The figures of a column of numbers, and how its values are spread. */
export async function numberProfileOf(
  table: DatasetTable,
  column: string,
  { figures, distinct, label }: Known,
): Promise<NumberProfile> {
  const range = barRange(figures, distinct);
  const counted = await table.histogram(column, { ...range, label });
  const bars = Array.from({ length: range.bars }, () => ({ rows: 0, labelled: 0, positives: 0 }));
  let [below, above] = [0, 0];
  for (const { bar, ...counts } of counted) {
    if (bar < 0) below += counts.rows;
    else if (bar >= range.bars) above += counts.rows;
    else bars[bar] = counts;
  }
  const { quantiles, ...moments } = figures;
  return {
    ...moments,
    quantiles: quantileShares.map((p, i) => ({ p, value: quantiles[i] })),
    histogram: { from: range.from, to: range.to, bars, below, above },
  };
}

interface BarRange {
  readonly from: number;
  readonly to: number;
  readonly bars: number;
}

/**
 * A bar per whole number where there are few of them. Else bars from the least to the greatest, or, where far values
 * would press all others into one bar, from the first to the last hundredth.
 */
function barRange({ min, max, quantiles }: NumberFigures, distinct: number): BarRange {
  const isWhole = [min, max, ...quantiles].every(Number.isInteger);
  if (isWhole && max - min < mostBars && distinct <= mostBars)
    return { from: min - 0.5, to: max + 0.5, bars: max - min + 1 };
  const [low, high] = [quantiles[0], quantiles.at(-1)!];
  const isFar = high > low && max - min > 3 * (high - low);
  return isFar ? { from: low, to: high, bars: mostBars } : { from: min, to: max, bars: max > min ? mostBars : 1 };
}
