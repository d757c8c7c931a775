import { escaped } from './html.ts';

export interface Bar {
  /** What the pointer tells, in both languages. */
  readonly hint: string;
  readonly rows: number;
  /** Share of the labelled rows that are positive; null where none is labelled. */
  readonly positiveShare: number | null;
}

const [width, height, margin] = [320, 96, 4];

/**
 * Bars for rows, drawn to one scale, and dots for the share of positives, drawn to their own from 0 to the greatest.
 * The chart's sentence stands in the element of `labelledBy`.
 */
export function barChart(bars: readonly Bar[], labelledBy: string): string {
  const most = Math.max(1, ...bars.map(({ rows }) => rows));
  const mostShare = Math.max(...bars.map(({ positiveShare }) => positiveShare ?? 0));
  const step = width / bars.length;
  const gap = bars.length > 60 ? 0 : Math.min(2, step * 0.15);
  const scale = height - 2 * margin;
  const drawn = bars.map(({ hint, rows, positiveShare }, i) => {
    const tall = rows === 0 ? 0 : Math.max(1, (rows / most) * scale);
    const dot =
      positiveShare === null || mostShare === 0
        ? ''
        : `<path class="dot" d="M${place((i + 0.5) * step)} ${place(height - margin - (positiveShare / mostShare) * scale)}h0"/>`;
    return `<g><title>${escaped(hint)}</title><rect class="hit" x="${place(i * step)}" y="0" width="${place(step)}" height="${height}"/><rect class="bar" x="${place(i * step + gap / 2)}" y="${place(height - margin - tall)}" width="${place(step - gap)}" height="${place(tall)}"/>${dot}</g>`;
  });
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${labelledBy}" preserveAspectRatio="none">${drawn.join('')}</svg>`;
}

function place(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The greatest share that the dots of `barChart` reach. */
export function greatestShare(bars: readonly Bar[]): number | null {
  const shares = bars.flatMap(({ positiveShare }) => positiveShare ?? []);
  return shares.length > 0 ? Math.max(...shares) : null;
}
