import type { LeakageFinding } from '@rikuy/contracts';
import { leakageCheck, seeded, type Table, takeRows } from '@rikuy/learn';
import type { TimeSplit } from './split-by-time.ts';

interface CheckedRows {
  readonly X: Table;
  readonly eventTimes: Float64Array;
  readonly labels: Float64Array;
  readonly labelKnownAt: Float64Array;
}

/** Signs that the training rows hold what could not be known: findings for the manifest, none of them a proof. */
export function findLeaks(
  { X, eventTimes, labels, labelKnownAt }: CheckedRows,
  { train, validation }: TimeSplit,
): LeakageFinding[] {
  const pick = (values: Float64Array, rows: Int32Array): Float64Array => Float64Array.from(rows, row => values[row]);
  const found = leakageCheck(takeRows(X, train), pick(labels, train), {
    test: takeRows(X, validation),
    times: {
      scored: pick(eventTimes, train),
      labelsKnown: pick(labelKnownAt, train),
      testScored: pick(eventTimes, validation),
    },
    random: seeded(0),
  });
  return found.map(finding => ({
    kind: finding.code,
    feature: 'column' in finding ? finding.column : null,
    value: finding.figure,
    rows: 'rows' in finding ? finding.rows : null,
  }));
}
