import { histogramOf } from './histogram.ts';
import classes from './marked-histogram.module.css';

interface Mark {
  readonly value: number;
  readonly label: string;
}

interface MarkedHistogramProps {
  readonly values: readonly number[];
  /** The one that all are compared with. */
  readonly marked: Mark | null;
  readonly median: Mark | null;
  readonly axis: (value: number) => string;
  readonly axisTitle: string;
  readonly summary: string;
}

/** A distribution with one value and the median marked on it. */
export function MarkedHistogram({ values, marked, median, axis, axisTitle, summary }: MarkedHistogramProps) {
  const { bins, position } = histogramOf(values, marked?.value ?? null, 24);
  const most = Math.max(...bins.map(({ count }) => count));
  const edges = [0, 8, 16].map(index => bins[index].from).concat(bins.at(-1)!.to);
  return (
    <div className={classes.chart} role="img" aria-label={summary}>
      <div className={classes.plot} aria-hidden>
        {bins.map(({ from, to, count }) => (
          <div key={from} className={classes.slot} title={`${axis(from)} – ${axis(to)}: ${count}`}>
            <div className={classes.bar} style={{ height: `${(100 * count) / most}%` }} />
          </div>
        ))}
        {median && <MarkLine mark={median} at={position(median.value)} kind="median" />}
        {marked && <MarkLine mark={marked} at={position(marked.value)} kind="marked" />}
      </div>
      <div className={classes.axis} aria-hidden>
        {edges.map(edge => (
          <span key={edge}>{axis(edge)}</span>
        ))}
      </div>
      <div className={classes.title} aria-hidden>
        {axisTitle}
      </div>
    </div>
  );
}

interface MarkLineProps {
  readonly mark: Mark;
  readonly at: number;
  readonly kind: 'median' | 'marked';
}

function MarkLine({ mark, at, kind }: MarkLineProps) {
  return (
    <div
      className={classes.mark}
      data-kind={kind}
      data-side={at > 0.6 ? 'left' : 'right'}
      style={{ insetInlineStart: `${at * 100}%` }}
    >
      <span>{mark.label}</span>
    </div>
  );
}
