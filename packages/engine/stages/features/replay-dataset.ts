import type { RecordValues } from '@rikuy/contracts';
import { type Column, type Progress, type Table, table, takeRows } from '@rikuy/learn';
import type { EventLog, StoredEntry } from '../../ports/event-log.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import { createFeatureEngine } from './feature-engine.ts';
import type { CompactVector, VectorLayout } from './feature-vector.ts';
import { replay, type ReplayedRange } from './replay.ts';

/** The history of a use case as its features saw it: one row per decided record, in the log's order. */
export interface ReplayedDataset {
  readonly X: Table;
  readonly eventIds: readonly string[];
  /** Epoch ms. */
  readonly eventTimes: Float64Array;
  /** When each event became known, epoch ms. */
  readonly knownAt: Float64Array;
  readonly offices: readonly string[];
  /** The label known last: 0, 1, or NaN where none is known. */
  readonly labels: Float64Array;
  /** When that label became known, epoch ms; NaN where none is. */
  readonly labelKnownAt: Float64Array;
  /** What the label says it was worth; NaN where it says nothing. */
  readonly amounts: Float64Array;
  /** Patterns that a generator planted, `planted_pattern` of its hidden truths. */
  readonly patterns: readonly (string | null)[];
  readonly hidden: readonly (RecordValues | null)[];
  /** The exact data. */
  readonly extent: ReplayedRange;
  /** The features of these rows. */
  readonly takeRows: (rows: Int32Array) => Table;
}

export interface ReplayDatasetOptions {
  /** Only the log up to this entry; absent means all. */
  readonly toSequence?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Replays the log into columns for training. Every row is the vector that live serving had; labels are as known at the
 * end of the range, each with its time, so that a cut in time can leave out what was known only after it.
 */
export async function replayDataset(
  useCase: UseCase,
  eventLog: Pick<EventLog, 'read' | 'extent'>,
  { toSequence, onProgress }: ReplayDatasetOptions = {},
): Promise<ReplayedDataset> {
  const engine = createFeatureEngine(useCase);
  const rows = new DatasetRows(useCase, engine.layout);
  const extent = await replay(engine, eventLog, {
    range: toSequence === undefined ? {} : { toSequence },
    onEntry: (entry, vector) => (vector ? rows.addRow(entry, vector) : rows.addLabel(entry)),
    onProgress,
  });
  return rows.finish(extent);
}

interface Label {
  readonly label: number;
  readonly amount: number;
  readonly knownAt: number;
}

class DatasetRows {
  private readonly useCase: UseCase;
  private readonly vectors: VectorColumns;
  private readonly eventIds: string[] = [];
  private readonly eventTimes: number[] = [];
  private readonly knownAt: number[] = [];
  private readonly offices: string[] = [];
  private readonly hidden: (RecordValues | null)[] = [];
  private readonly labels = new Map<string, Label>();

  constructor(useCase: UseCase, layout: VectorLayout) {
    this.useCase = useCase;
    this.vectors = new VectorColumns(layout);
  }

  addRow(entry: StoredEntry, vector: CompactVector): void {
    this.vectors.add(vector);
    this.eventIds.push(entry.eventId);
    this.eventTimes.push(entry.eventTime);
    this.knownAt.push(entry.knownAt);
    this.offices.push(String(entry.values[this.useCase.officeField] ?? ''));
    this.hidden.push(entry.hidden);
  }

  addLabel({ kind, recordType, eventId, values, knownAt }: StoredEntry): void {
    if (kind !== 'label' || recordType !== this.useCase.decides) return;
    const amount = typeof values.amount === 'number' ? values.amount : NaN;
    this.labels.set(eventId, { label: Number(values.label), amount, knownAt });
  }

  finish(extent: ReplayedRange): ReplayedDataset {
    const X = this.vectors.toTable(this.useCase.features.map(({ name }) => name));
    const labels = this.eventIds.map(id => this.labels.get(id));
    const ofLabel = (read: (label: Label) => number) =>
      Float64Array.from(labels, label => (label === undefined ? NaN : read(label)));
    return {
      X,
      eventIds: this.eventIds,
      eventTimes: Float64Array.from(this.eventTimes),
      knownAt: Float64Array.from(this.knownAt),
      offices: this.offices,
      labels: ofLabel(({ label }) => label),
      labelKnownAt: ofLabel(({ knownAt }) => knownAt),
      amounts: ofLabel(({ amount }) => amount),
      patterns: this.hidden.map(patternOf),
      hidden: this.hidden,
      extent,
      takeRows: rows => takeRows(X, rows),
    };
  }
}

function patternOf(hidden: RecordValues | null): string | null {
  const pattern = hidden?.planted_pattern;
  return typeof pattern === 'string' && pattern !== '' ? pattern : null;
}

/** Vectors as growing columns. */
class VectorColumns {
  private readonly layout: VectorLayout;
  private readonly numbers: number[][];
  private readonly codes: number[][];
  /** Codes of each category column's levels, in the order of first appearance. */
  private readonly levels: Map<string, number>[];

  constructor(layout: VectorLayout) {
    this.layout = layout;
    this.numbers = layout.numbers.map(() => []);
    this.codes = layout.categories.map(() => []);
    this.levels = layout.categories.map(() => new Map());
  }

  add({ numbers, categories }: CompactVector): void {
    for (let i = 0; i < numbers.length; i++) this.numbers[i].push(numbers[i]);
    for (let i = 0; i < categories.length; i++) this.codes[i].push(codeOf(categories[i], this.levels[i]));
  }

  toTable(order: readonly string[]): Table {
    const columns = new Map<string, Column>();
    this.layout.numbers.forEach((name, i) =>
      columns.set(name, { kind: 'number', values: Float64Array.from(this.numbers[i]) }),
    );
    this.layout.categories.forEach((name, i) =>
      columns.set(name, {
        kind: 'category',
        codes: Int32Array.from(this.codes[i]),
        levels: [...this.levels[i].keys()],
      }),
    );
    return table(new Map(order.map(name => [name, columns.get(name)!])));
  }
}

function codeOf(category: string | null, levels: Map<string, number>): number {
  if (category === null || category === '') return -1;
  const known = levels.get(category);
  if (known !== undefined) return known;
  levels.set(category, levels.size);
  return levels.size - 1;
}
