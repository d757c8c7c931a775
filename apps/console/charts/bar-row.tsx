import type { ReactNode } from 'react';
import classes from './bar-row.module.css';

interface BarRowProps {
  readonly title: ReactNode;
  readonly hint?: string;
  /** Length of the bar, 0 to 1. */
  readonly value: number;
  /** The ends of its interval, 0 to 1. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** A place worth knowing, 0 to 1. */
  readonly mark?: number;
  readonly text: string;
}

/** One horizontal bar with its name before and its number behind. */
export function BarRow({ title, hint, value, interval, mark, text }: BarRowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.title}>
        {title}
        {hint && <span className={classes.hint}>{hint}</span>}
      </div>
      <div className={classes.track} aria-hidden>
        <div className={classes.bar} style={{ width: `${value * 100}%` }} />
        {mark !== undefined && <div className={classes.mark} style={{ insetInlineStart: `${mark * 100}%` }} />}
        {interval && (
          <div
            className={classes.interval}
            style={{ insetInlineStart: `${interval.low * 100}%`, width: `${(interval.high - interval.low) * 100}%` }}
          />
        )}
      </div>
      <div className={classes.text}>{text}</div>
    </div>
  );
}
