import type { FeatureVector } from '@rikuy/contracts';
import { RikuyError } from '@rikuy/contracts';
import { dayMs } from '../../expressions/duration.ts';
import type { LogEntry } from '../../ports/event-log.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import { compileFeatures, type CompiledFeatures } from './compile-features.ts';
import { countedNumber } from './counted-number.ts';
import { type CompactVector, toFeatureVector, type VectorLayout } from './feature-vector.ts';
import { KnownEvents, type KnownLabel } from './known-events.ts';
import { type StateColumns, type StatePart, statePart } from './state-columns.ts';
import type { Progress } from './window-book.ts';

/** What the engine needs of an entry of the log. */
export type EngineEntry = Pick<LogEntry, 'kind' | 'recordType' | 'eventId' | 'eventTime' | 'knownAt' | 'values'>;

/**
 * Turns the entries of a use case's log, taken in the log's order `(knownAt, sequence)`, into feature vectors.
 *
 * What a vector sees, always and by construction:
 * - Only entries taken before: the event itself counts only for those after it.
 * - Of these, in a window of length w of an event at time t, those whose own time lies in [t − w, t). Events of the very
 *   same time do not count, later ones (that became known earlier) neither. An event that comes late counts from then
 *   on, at its own time.
 * - Labels from the moment they and their event have been taken, at the event's time; a newer label replaces the older.
 * - Past values as they were when their event was taken.
 * - An event id taken before gives a vector and changes nothing.
 *
 * Windows reach back from t, or from `allowedLatenessDays` before the newest event if t lies further back; the state
 * forgets what lies beyond. The newest event is the latest in time among those that had happened when they became known.
 *
 * Figures depend on the set of events in a window alone, so the same history gives the same bits whether it was
 * lived, replayed, or looked into by `preview` in between.
 */
export interface FeatureEngine {
  /** Id of the use case. */
  readonly useCase: string;
  readonly layout: VectorLayout;
  /** Takes an entry of any kind: the vector of a record that is decided, null of everything else. */
  take(entry: EngineEntry): CompactVector | null;
  /** Takes a record that is decided: its vector as of now, before it counts itself. */
  observe(entry: EngineEntry): CompactVector;
  /** Takes a label. */
  learnLabel(entry: EngineEntry): void;
  /** The vector that such a record would have now; nothing is remembered. */
  preview(entry: Pick<LogEntry, 'values' | 'eventTime'>): CompactVector;
  /** As it is logged and sent. */
  toVector(vector: CompactVector): FeatureVector;
  /** Whether a record of this id has been taken. */
  hasTaken(eventId: string): boolean;
  /** Whether this label is the one known last of its record. */
  hasLearned(label: EngineEntry): boolean;
  /** Its state, as columns of its own. */
  save(): StateColumns;
}

/** How late an event may come and still see whole windows, where the use case does not say. */
const usualLatenessDays = 366;

/** After how many entries the state forgets what no window can reach. */
const forgetEvery = 100_000;

/**
 * An engine that has seen nothing yet, or what another one of the same declarations had seen when it was saved; it keeps
 * the columns. The use case must have been made by `defineUseCase`.
 */
export function createFeatureEngine(useCase: UseCase, saved?: StateColumns): FeatureEngine {
  const engine = new IncrementalEngine(useCase);
  if (saved) engine.restore(statePart(saved));
  return engine;
}

class IncrementalEngine implements FeatureEngine {
  readonly useCase: string;
  readonly layout: VectorLayout;
  private readonly decides: string;
  private readonly compiled: CompiledFeatures;
  private readonly progress: Progress;
  private readonly known = new Map<string, KnownEvents>();
  /** The known events of the type that is decided, to which labels belong. */
  private readonly labelled: KnownEvents;
  private taken = 0;
  private readonly labelRow = new Float64Array(3);

  constructor(useCase: UseCase) {
    this.useCase = useCase.id;
    this.decides = useCase.decides;
    this.progress = { newest: -Infinity, latenessMs: (useCase.allowedLatenessDays ?? usualLatenessDays) * dayMs };
    this.compiled = compileFeatures(useCase, this.progress);
    this.layout = this.compiled.layout;
    this.labelled = new KnownEvents(this.compiled.labelBooks.length);
    for (const recordType of Object.keys(useCase.records)) {
      this.known.set(recordType, recordType === this.decides ? this.labelled : new KnownEvents(0));
    }
  }

  take(entry: EngineEntry): CompactVector | null {
    if (entry.kind === 'label') this.learnLabel(entry);
    else if (entry.recordType === this.decides) return this.observe(entry);
    else this.remember(entry);
    return null;
  }

  observe(entry: EngineEntry): CompactVector {
    if (entry.kind !== 'record' || entry.recordType !== this.decides)
      throw new RikuyError(
        'internal',
        `\`observe\` takes records of type ${this.decides}; got a ${entry.kind} of ${entry.recordType}. Use \`take\`.`,
      );
    const vector = this.preview(entry);
    this.countIn(entry);
    return vector;
  }

  learnLabel(entry: EngineEntry): void {
    const known = this.knownOf(entry);
    const event = known.position(entry.eventId);
    const before = known.labelOf(event);
    const label = readLabel(entry);
    known.setLabel(event, label);
    if (entry.recordType !== this.decides || !known.isTaken(event)) return;
    if (before) this.forgetLabel(event, before);
    this.countLabel(event, label);
  }

  preview({ values, eventTime }: Pick<LogEntry, 'values' | 'eventTime'>): CompactVector {
    this.compiled.run(this.decides, { record: values, eventTime });
    return this.compiled.vector();
  }

  toVector(vector: CompactVector): FeatureVector {
    return toFeatureVector(this.layout, vector);
  }

  hasTaken(eventId: string): boolean {
    for (const known of this.known.values()) if (known.hasTaken(eventId)) return true;
    return false;
  }

  hasLearned(entry: EngineEntry): boolean {
    const known = this.knownOf(entry).labelOfId(entry.eventId);
    const { label, amount } = readLabel(entry);
    return known !== undefined && known.label === label && Object.is(known.amount, amount);
  }

  save(): StateColumns {
    const columns: StateColumns = new Map();
    const state = statePart(columns);
    this.compiled.save(state);
    for (const [recordType, known] of this.known) known.save(state.part(`known/${recordType}`));
    state.put('progress', Float64Array.of(this.progress.newest, this.taken));
    return columns;
  }

  restore(state: StatePart): void {
    [this.progress.newest, this.taken] = state.get('progress');
    this.compiled.restore(state);
    for (const [recordType, known] of this.known) known.restore(state.part(`known/${recordType}`));
  }

  private remember(entry: EngineEntry): void {
    this.compiled.run(entry.recordType, { record: entry.values, eventTime: entry.eventTime });
    this.countIn(entry);
  }

  /** Lets the event whose values have just been computed count for those after it. */
  private countIn(entry: EngineEntry): void {
    const known = this.knownOf(entry);
    const event = known.position(entry.eventId);
    if (known.isTaken(event)) return;
    this.compiled.remember(entry.recordType, entry.eventTime);
    known.setTaken(event, entry.eventTime, this.compiled.labelKey);
    const early = known.labelOf(event);
    if (early && entry.recordType === this.decides) this.countLabel(event, early);
    this.advance(entry);
  }

  private countLabel(event: number, label: KnownLabel): void {
    const { labelBooks } = this.compiled;
    const row = this.labelRowOf(event, label);
    for (let book = 0; book < labelBooks.length; book++) {
      const key = this.labelled.keyOf(event, book);
      if (key !== null) labelBooks[book].insert(key, row);
    }
  }

  private forgetLabel(event: number, label: KnownLabel): void {
    const { labelBooks } = this.compiled;
    const row = this.labelRowOf(event, label);
    for (let book = 0; book < labelBooks.length; book++) {
      const key = this.labelled.keyOf(event, book);
      if (key !== null) labelBooks[book].remove(key, row);
    }
  }

  /** The same array every time: books copy it. */
  private labelRowOf(event: number, { label, amount }: KnownLabel): Float64Array {
    this.labelRow[0] = this.labelled.timeOf(event);
    this.labelRow[1] = label;
    this.labelRow[2] = amount;
    return this.labelRow;
  }

  private advance({ eventTime, knownAt }: EngineEntry): void {
    this.progress.newest = Math.max(this.progress.newest, Math.min(eventTime, knownAt));
    if (++this.taken % forgetEvery === 0) this.compiled.forget();
  }

  private knownOf({ recordType }: EngineEntry): KnownEvents {
    const known = this.known.get(recordType);
    if (known) return known;
    const types = [...this.known.keys()].join(', ');
    throw new RikuyError(
      'internal',
      `Expected an entry of a record type of the use case (${types}); got ${recordType}.`,
    );
  }
}

function readLabel({ values, eventId }: EngineEntry): KnownLabel {
  const { label, amount } = values;
  if (label !== 0 && label !== 1)
    throw new RikuyError('invalid-record', `The label of event ${eventId} must be 0 or 1. Repair the log's entry.`);
  return { label, amount: countedNumber(amount) };
}
