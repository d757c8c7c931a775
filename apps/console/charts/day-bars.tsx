import { niceTicks } from './ticks.ts';
import classes from './day-bars.module.css';

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly hint: string;
}

interface DayBarsProps {
  readonly bars: readonly Bar[];
  /** Words for a value at the axis. */
  readonly axis: (value: number) => string;
  /** What a person who cannot see the bars should know. */
  readonly summary: string;
}

/**
 * Bars side by side, drawn with plain boxes: the start page shows them without loading a chart library, and text
 * keeps its size at any width.
 */
export function DayBars({ bars, axis, summary }: DayBarsProps) {
  const ticks = niceTicks(Math.max(...bars.map(({ value }) => value)), 3);
  const top = ticks.at(-1)!;
  const every = Math.ceil(bars.length / 6);
  return (
    <div className={classes.chart} role="img" aria-label={summary}>
      <div className={classes.scale} aria-hidden>
        {ticks.toReversed().map(tick => (
          <span key={tick}>{axis(tick)}</span>
        ))}
      </div>
      <div className={classes.plot} style={{ backgroundSize: `100% ${100 / (ticks.length - 1)}%` }} aria-hidden>
        {bars.map(({ key, label, value, hint }, index) => (
          <div key={key} className={classes.slot} title={hint}>
            <div className={classes.bar} style={{ height: `${(100 * value) / top}%` }} />
            {index % every === 0 && <span className={classes.label}>{label}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
