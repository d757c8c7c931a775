// A small world of customs declarations in memory, with a model trained on it: what the tests of the edges start from.
import type { ModelManifest, RecordValues } from '@rikuy/contracts';
import { customs, generateDeclarations, type GeneratedDeclaration } from '@rikuy/customs';
import { type Clock, labelEntry, type LogEntry, recordEntry, type Stores, trainModel } from '@rikuy/engine';

export interface TrainedCustoms {
  readonly manifest: ModelManifest;
  /** Records that came after the history, in the order of their dates. */
  readonly arriving: readonly RecordValues[];
  /** The moment after the history, epoch ms. */
  readonly now: number;
}

const span = { from: '2025-02-01', until: '2026-02-01' };
const cut = Date.parse('2026-01-20T05:00:00Z');
const msPerDay = 86_400_000;

/** Writes a year of declarations with their findings to the log, trains on them and puts the model in force. */
export async function trainCustoms(stores: Stores, clock: Clock, rows: number): Promise<TrainedCustoms> {
  const declarations = generateDeclarations({ ...span, seed: 5, rows });
  const history = declarations.filter(({ record }) => record.import_date < cut);
  await stores.eventLog.append(history.flatMap(entriesOf).toSorted((a, b) => a.knownAt - b.knownAt));
  const manifest = await trainModel(customs, stores, clock, { seed: 3, threads: 2, by: 'test', codeVersion: 'test' });
  await stores.modelStore.promote(customs.id, manifest.version);
  const arriving = declarations.slice(history.length).map(({ record }): RecordValues => ({ ...record }));
  return { manifest, arriving, now: cut + 12 * msPerDay };
}

/** The record as known on its day, and what an officer found as known on the day of the finding. */
function entriesOf({ record, finding }: GeneratedDeclaration): LogEntry[] {
  const values: RecordValues = { ...record };
  const entry = recordEntry(customs, values, { knownAt: record.import_date });
  if (!finding || finding.verificationDate >= cut) return [entry];
  const label = { label: finding.underreported, amount: finding.additionalDuty };
  return [entry, labelEntry(entry, label, finding.verificationDate)];
}
