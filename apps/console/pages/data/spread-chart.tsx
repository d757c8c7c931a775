import type { ColumnProfile } from '@rikuy/contracts';
import { useTexts } from '../../text/use-texts.ts';
import classes from './spread-chart.module.css';

const [width, height] = [160, 32];

/** How the rows of a column are spread, small enough to stand in a row; its numbers are in the page to download. */
export function SpreadChart({ profiled }: { readonly profiled: ColumnProfile }) {
  const { t } = useTexts();
  const counts = countsOf(profiled);
  if (counts.length === 0) return null;
  const most = Math.max(1, ...counts);
  const step = width / counts.length;
  const gap = counts.length > 40 ? 0 : 1;
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('data.spreadOf', { column: profiled.column.name })}
    >
      {counts.map((rows, i) => (
        <rect
          key={i}
          x={i * step + gap / 2}
          y={height - (rows / most) * height}
          width={Math.max(0.5, step - gap)}
          height={(rows / most) * height}
        />
      ))}
    </svg>
  );
}

function countsOf({ numbers, categories, times }: ColumnProfile): readonly number[] {
  if (numbers) return numbers.histogram.bars.map(({ rows }) => rows);
  if (times) return times.periods.map(({ rows }) => rows);
  return (categories?.top ?? []).map(({ rows }) => rows);
}
