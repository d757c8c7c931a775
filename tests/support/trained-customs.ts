// A small world of customs declarations, with a model trained on it: what the tests of the edges start from.
import type { ModelManifest, RecordValues } from '@rikuy/contracts';
import { customs, type GeneratedDeclaration, generateDeclarations } from '@rikuy/customs';
import { type Clock, labelEntry, type LogEntry, recordEntry, type Stores, trainModel } from '@rikuy/engine';

export interface TrainedCustoms {
  readonly manifest: ModelManifest;
  /** Records that came after the history, in the order of their dates. */
  readonly arriving: readonly RecordValues[];
}

const span = { from: '2025-02-01', until: '2026-02-01' };
const cut = Date.parse('2026-01-20T05:00:00Z');

/** Declares a year, trains on it and puts the model in force. */
export async function trainCustoms(stores: Stores, clock: Clock, rows: number): Promise<TrainedCustoms> {
  const arriving = await declareCustoms(stores, rows);
  const manifest = await trainModel(customs, stores, clock, { seed: 3, threads: 2, by: 'test', codeVersion: 'test' });
  await stores.modelStore.promote(customs.id, manifest.version);
  return { manifest, arriving };
}

/** Writes a year of declarations with their findings to the log; gives the records of its last days, not written. */
export async function declareCustoms({ eventLog }: Stores, rows: number): Promise<RecordValues[]> {
  const declarations = generateDeclarations({ ...span, seed: 5, rows });
  const history = declarations.filter(({ record }) => record.import_date < cut);
  const entries = history.flatMap(entriesOf).toSorted((a, b) => a.knownAt - b.knownAt);
  await eventLog.append(entries.filter(({ kind }) => kind === 'record'));
  await eventLog.append(entries.filter(({ kind }) => kind === 'label'));
  return declarations.slice(history.length).map(({ record }) => ({ ...record }));
}

/** The record as known on its day, and what an officer found as known on the day of the finding. */
function entriesOf({ record, finding }: GeneratedDeclaration): LogEntry[] {
  const values: RecordValues = { ...record };
  const entry = recordEntry(customs, values, { knownAt: record.import_date });
  if (!finding || finding.verificationDate >= cut) return [entry];
  const label = { label: finding.underreported, amount: finding.additionalDuty };
  return [entry, labelEntry(entry, label, finding.verificationDate)];
}
