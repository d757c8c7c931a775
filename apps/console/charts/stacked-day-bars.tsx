import type { OutcomeDeclaration } from '@rikuy/contracts';
import { niceTicks } from './ticks.ts';
import classes from './day-bars.module.css';

interface StackedBar {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly { readonly tone: OutcomeDeclaration['tone']; readonly value: number }[];
  readonly hint: string;
}

interface StackedDayBarsProps {
  readonly bars: readonly StackedBar[];
  readonly axis: (value: number) => string;
  /** What a person who cannot see the bars should know. */
  readonly summary: string;
}

/** One bar a day, its parts in the colours of their outcomes. */
export function StackedDayBars({ bars, axis, summary }: StackedDayBarsProps) {
  const ticks = niceTicks(Math.max(1, ...bars.map(heightOf)), 3);
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
        {bars.map(({ key, label, parts, hint }, index) => (
          <div key={key} className={classes.stack} title={hint}>
            {parts.map(({ tone, value }, part) => (
              <div key={part} className={classes.part} data-tone={tone} style={{ height: `${(100 * value) / top}%` }} />
            ))}
            {index % every === 0 && <span className={classes.label}>{label}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

function heightOf({ parts }: StackedBar): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
