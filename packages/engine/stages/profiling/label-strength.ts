import { leakageCheck, type LeakageFinding, seeded, takeRows } from '@rikuy/learn';
import type { Sample } from './sample.ts';

export interface LabelStrength {
  /** How well each column alone ranks the labelled rows, an AUC ≥ 0.5. */
  readonly aucs: ReadonlyMap<string, number>;
  /** Columns that know too much. */
  readonly findings: readonly LeakageFinding[];
}

const suspectFrom = 0.95;

/** What each column alone says of the label. */
export function labelStrength({ table, labels }: Sample): LabelStrength {
  if (!labels) return { aucs: new Map(), findings: [] };
  const labelled = Int32Array.from(labels.keys()).filter(row => !Number.isNaN(labels[row]));
  const y = Float64Array.from(labelled, row => labels[row]);
  // A limit of 0 reports every column with its figure.
  const found = leakageCheck(takeRows(table, labelled), y, { featureAuc: 0, random: seeded(0) });
  const aucs = found.flatMap(one => (one.code === 'feature-too-good' ? [[one.column, one.figure] as const] : []));
  const findings = found.filter(one => one.code !== 'feature-too-good' || one.figure >= suspectFrom);
  return { aucs: new Map(aucs), findings };
}
