import { createHash, randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type LoadReport, RikuyError } from '@rikuy/contracts';
import type { Progress, Random } from '@rikuy/learn';
import type { RecordSource } from '../ports/record-source.ts';
import type { SourceLoad, SourcePosition } from '../ports/source-ledger.ts';
import { type Source, type SourceCursor, SourceFailure, type SourceFile, type SourceStep } from '../ports/source.ts';
import type { Stores } from '../ports/stores.ts';
import type { ColumnMapping } from '../stages/ingestion/bind-columns.ts';
import { withDiskNamed } from '../stages/ingestion/full-disk.ts';
import { withFreeColumns } from '../stages/ingestion/free-columns.ts';
import { recordPlan } from '../stages/ingestion/record-plan.ts';
import { Spool, type SpooledPortion } from '../stages/ingestion/spool.ts';
import type { UseCase } from '../use-case/use-case.ts';
import { type ClaimOptions, claimSource } from './claim-source.ts';
import { ingestRecords } from './ingest-records.ts';

export interface LoadSourceOptions extends ClaimOptions {
  readonly recordType: string;
  readonly mapping?: ColumnMapping;
  readonly rejectFolder: string;
  /** Where fetched rows wait until they are loaded; the same for every load of the source. */
  readonly spoolFolder: string;
  readonly openFile: (path: string, options: Pick<SourceFile, 'format' | 'encoding'>) => RecordSource;
  /** Spreads the waits of several loaders. */
  readonly random: Pick<Random, 'next'>;
  readonly retry?: RetryPlan;
  /** Rows fetched before they are loaded together. */
  readonly portionRows?: number;
  /** Begins at the beginning; what the log has is a duplicate. */
  readonly restart?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly onRetry?: (failure: SourceFailure, waitMs: number) => void;
}

export interface RetryPlan {
  /** Failures in a row, without a row between them, after which the load fails. */
  readonly attempts: number;
  /** The first wait; each next is twice as long. */
  readonly firstMs: number;
  readonly longestMs: number;
}

type LoadStores = Pick<Stores, 'eventLog' | 'sourceLedger'>;

const usualRetry: RetryPlan = { attempts: 6, firstMs: 1_000, longestMs: 120_000 };

/**
 * Loads what a source has had new since its last load, by `ingestRecords`.
 *
 * Rows wait on disk until they are loaded, so that a load which was killed goes on with the very rows it had; the
 * cursor moves only with what is in the log. A source that does not answer is asked again, later each time; when it
 * still does not, what came before is loaded and the load ends as `failed`. A file that cannot be read is passed over
 * and read again when it has changed. Nothing enters the log twice whatever happens.
 *
 * @returns the load, `done` or `failed`, as the ledger keeps it
 * @throws RikuyError `source-in-use` when another loads it; `storage-unavailable`
 * @throws DOMException `AbortError` when the signal stopped it; the next load goes on with it
 */
export async function loadSource(
  useCase: UseCase,
  source: Source,
  stores: LoadStores,
  options: LoadSourceOptions,
): Promise<SourceLoad> {
  const held = await claimSource(stores.sourceLedger, source.name, options);
  try {
    const signal = AbortSignal.any([options.signal, held.lost]);
    const loading = new SourceLoading(useCase, source, stores, { ...options, signal });
    return await loading.run(held.claim);
  } finally {
    await held.release();
  }
}

class SourceLoading {
  private readonly useCase: UseCase;
  private readonly source: Source;
  private readonly stores: LoadStores;
  private readonly options: LoadSourceOptions;
  private readonly spool: Spool;
  private load!: SourceLoad;
  private position!: SourcePosition;
  /** Behind the last row that was fetched; the position is behind the last that was loaded. */
  private reached: SourceCursor | null = null;
  private readonly passedOver: RikuyError[] = [];

  constructor(useCase: UseCase, source: Source, stores: LoadStores, options: LoadSourceOptions) {
    this.useCase = useCase;
    this.source = source;
    this.stores = stores;
    this.options = options;
    this.spool = new Spool(join(options.spoolFolder, source.name));
  }

  async run(start: { readonly position: SourcePosition; readonly unfinished: SourceLoad | null }): Promise<SourceLoad> {
    try {
      await this.begin(start);
      const failure = await this.readAll();
      await this.loadSpooled();
      return await this.end(failure);
    } catch (cause) {
      if (this.options.signal.aborted) throw await this.stop();
      const error = withDiskNamed(cause);
      await this.end(error).catch(() => undefined);
      throw error;
    } finally {
      await this.spool.leave();
    }
  }

  private async begin({ position, unfinished }: { position: SourcePosition; unfinished: SourceLoad | null }) {
    const { restart = false } = this.options;
    this.position = restart ? { ...position, cursor: null } : position;
    this.reached = this.position.cursor;
    this.load = unfinished
      ? { ...unfinished, interruptions: unfinished.interruptions + 1 }
      : newLoad(this.useCase, this.source, this.options, this.position);
    await this.save();
    const spooled = await this.spool.recover(restart ? -1 : this.position.portions);
    if (spooled) await this.loadPortion(spooled);
  }

  /** Takes all there is; the failure after which the source was given up, or null. */
  private async readAll(): Promise<SourceFailure | null> {
    const { attempts } = this.options.retry ?? usualRetry;
    for (let failures = 0; ;) {
      try {
        for await (const step of this.source.read(this.reached, this.options.signal)) {
          this.options.signal.throwIfAborted();
          // Without a cursor the same rows come again, which is no progress.
          if (isFurther(step, this.reached)) failures = 0;
          await this.take(step);
        }
        return null;
      } catch (error) {
        if (!(error instanceof SourceFailure) || this.options.signal.aborted) throw error;
        if (error.code === 'source-refused' || ++failures >= attempts) return error;
        await this.waitAfter(error, failures);
      }
    }
  }

  private async waitAfter(failure: SourceFailure, failures: number): Promise<void> {
    const { firstMs, longestMs } = this.options.retry ?? usualRetry;
    const spread = 0.75 + this.options.random.next() / 2;
    const backOff = Math.min(longestMs, firstMs * 2 ** (failures - 1)) * spread;
    const waitMs = Math.max(failure.retryAfterMs ?? 0, backOff);
    this.options.onRetry?.(failure, waitMs);
    await delay(waitMs, undefined, { signal: this.options.signal });
  }

  private async take(step: SourceStep): Promise<void> {
    if (step.kind === 'file') {
      await this.loadSpooled();
      await this.loadFile(step);
    } else {
      await this.spool.add(this.position.portions, step);
      this.tell(this.load.read + this.spool.rows);
    }
    this.reached = step.cursor;
    if (this.spool.rows >= (this.options.portionRows ?? 50_000)) await this.loadSpooled();
  }

  private async loadSpooled(): Promise<void> {
    const portion = await this.spool.seal();
    if (portion) await this.loadPortion(portion);
  }

  private async loadPortion(portion: SpooledPortion): Promise<void> {
    const name = `${this.source.name}-${portion.number}`;
    const records = this.options.openFile(portion.path, { format: 'ndjson' });
    const report = portion.rows > 0 ? await this.ingest(named(records, name, String(portion.number))) : null;
    await this.moveTo({ cursor: portion.cursor, portions: portion.number + 1 }, report);
    await this.spool.remove(portion);
    this.reached = portion.cursor;
  }

  private async loadFile(file: SourceFile): Promise<void> {
    const path = await file.fetch(this.spool.folder, this.options.signal);
    const records = named(this.options.openFile(path, file), basename(file.name), `${file.name}@${file.version}`);
    const report = await this.ingest(records).catch((error: unknown) => this.passOver(file, error));
    await this.moveTo({ ...this.position, cursor: file.cursor }, report);
    await this.spool.clear();
  }

  private passOver({ name }: SourceFile, error: unknown): null {
    if (!(error instanceof RikuyError) || error.code !== 'unreadable-file') throw error;
    this.passedOver.push(new RikuyError(error.code, `${name}: ${error.message}`, { cause: error }));
    return null;
  }

  private ingest(records: RecordSource): Promise<LoadReport> {
    const { recordType, mapping = {}, rejectFolder, clock } = this.options;
    const before = this.load.read;
    const plan = recordPlan(this.useCase, recordType);
    const readable = this.source.hasFixedColumns ? records : withFreeColumns(plan, records, mapping);
    return ingestRecords(this.useCase, readable, this.stores, {
      recordType,
      mapping,
      rejectFolder,
      clock,
      onProgress: ({ step, done }) => {
        if (step === 'rows') this.tell(before + done);
      },
    });
  }

  private async moveTo(position: SourcePosition, report: LoadReport | null): Promise<void> {
    this.position = position;
    this.load = { ...withCounts(this.load, report), to: position.cursor };
    await this.save();
  }

  private async end(error: unknown): Promise<SourceLoad> {
    const cause = error ?? this.passedOver[0] ?? nothingAccepted(this.load);
    const state = cause ? ('failed' as const) : ('done' as const);
    this.load = { ...this.load, state, endedAt: this.options.clock.now(), error: cause ? errorOf(cause) : null };
    await this.save();
    return this.load;
  }

  /** Keeps what was fetched for the next load, unless another has the source by now; gives what is to be thrown. */
  private async stop(): Promise<unknown> {
    const { reason } = this.options.signal as { readonly reason: unknown };
    if (!(reason instanceof RikuyError)) await this.spool.seal();
    return reason;
  }

  private save(): Promise<void> {
    return this.stores.sourceLedger.save(this.options.holder.token, this.load, this.position);
  }

  private tell(rows: number): void {
    this.options.onProgress?.({ step: 'rows', done: rows, total: 0 });
  }
}

function newLoad(
  useCase: UseCase,
  { name }: Source,
  { recordType, clock }: LoadSourceOptions,
  { cursor }: SourcePosition,
): SourceLoad {
  return {
    loadId: randomUUID(),
    source: name,
    useCase: useCase.id,
    recordType,
    state: 'running',
    read: 0,
    accepted: 0,
    rejected: 0,
    duplicates: 0,
    converted: 0,
    from: cursor,
    to: cursor,
    rejectFiles: [],
    startedAt: clock.now(),
    endedAt: null,
    interruptions: 0,
    error: null,
  };
}

/** The same rows under another name; the same content brought another time is another load. */
function named(records: RecordSource, name: string, identity: string): RecordSource {
  return {
    ...records,
    name,
    fingerprint: async () =>
      createHash('sha256')
        .update(JSON.stringify([name, identity, await records.fingerprint()]))
        .digest('hex'),
  };
}

function withCounts(load: SourceLoad, report: LoadReport | null): SourceLoad {
  if (report === null) return load;
  return {
    ...load,
    read: load.read + report.read,
    accepted: load.accepted + report.accepted,
    rejected: load.rejected + report.rejected,
    duplicates: load.duplicates + report.duplicates,
    converted: load.converted + report.converted,
    rejectFiles: report.rejectFile === null ? load.rejectFiles : [...load.rejectFiles, report.rejectFile],
  };
}

/** Rows that are all wrong are the wrong rows, or rows under other names. */
function nothingAccepted({ read, rejected, rejectFiles }: SourceLoad): RikuyError | null {
  if (read === 0 || rejected < read) return null;
  return new RikuyError(
    'invalid-record',
    `All ${read} rows were rejected; see ${rejectFiles[0]}. Correct the source or its \`mapping\`, then load with \`--restart\`.`,
  );
}

function errorOf(error: unknown): NonNullable<SourceLoad['error']> {
  if (error instanceof RikuyError) return { code: error.code, message: error.message };
  // The words of an unknown error may quote rows.
  return { code: 'internal', message: `An unexpected ${error instanceof Error ? error.name : typeof error}.` };
}

function isFurther({ cursor }: SourceStep, reached: SourceCursor | null): boolean {
  return cursor !== null && JSON.stringify(cursor) !== JSON.stringify(reached);
}
