import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

export interface UpkeepLimits {
  /** Bytes of log after which its changes are brought into the tables, so that recovery stays a matter of seconds. */
  readonly checkpointBytes: number;
  /** Changed rows, beside a tenth of the table, after which the planner's figures are taken again. */
  readonly analyzeRows: number;
  /** Transactions after which old rows are marked; PostgreSQL can tell 2,000 million apart and then stops writing. */
  readonly freezeAge: number;
}

const usualLimits: UpkeepLimits = { checkpointBytes: 64 * 2 ** 20, analyzeRows: 10_000, freezeAge: 1_000_000_000 };

/** Queries wait while upkeep runs, so while much is written it is put off until limits are passed this many times. */
const patience = 10;
/** Growth of the log between two looks from which much is being written. */
const busyBytes = 2 ** 20;

interface Due {
  /** Where the log ends, in bytes. */
  readonly position: number;
  /** Age of the oldest row that is not marked, in transactions. */
  readonly age: number;
  /** Rows changed since its figures were taken, in the table where these are most. */
  readonly mostChanged: number;
  /** Tables whose figures are out of date, as SQL names them. */
  readonly stale: string | null;
}

/**
 * What a PostgreSQL server does in processes of its own and the embedded one, which has only one, never does: without
 * checkpoints its log grows for ever, without statistics its plans are those of empty tables, and without marking old
 * rows it refuses one day to write.
 */
export class Upkeep {
  private readonly database: Kysely<Schema>;
  private readonly limits: UpkeepLimits;
  /** End of the log at the last checkpoint; unknown until the first look. */
  private checkpointedAt: number | null = null;
  private lastPosition: number | null = null;
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  constructor(database: Kysely<Schema>, limits: UpkeepLimits = usualLimits) {
    this.database = database;
    this.limits = limits;
  }

  /** Looks every so often until it is stopped. */
  start(intervalMs = 10_000): void {
    this.timer = setInterval(() => {
      // A database that fails here fails its users too, who can tell what they were doing.
      this.running = this.running.then(() => this.doWhatIsDue()).catch(() => undefined);
    }, intervalMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  async doWhatIsDue(): Promise<void> {
    const { position, age, mostChanged, stale } = await this.readDue();
    const isBusy = this.lastPosition !== null && position - this.lastPosition > busyBytes;
    const tolerance = isBusy ? patience : 1;
    this.lastPosition = position;
    if (stale !== null && mostChanged > this.limits.analyzeRows * tolerance) await this.run(`analyze ${stale}`);
    if (age > this.limits.freezeAge) await this.run('vacuum (freeze, analyze)');
    if (this.checkpointedAt !== null && position - this.checkpointedAt > this.limits.checkpointBytes * tolerance) {
      await this.run('checkpoint');
      this.checkpointedAt = position;
    }
    this.checkpointedAt ??= position;
  }

  private async readDue(): Promise<Due> {
    await this.run('select pg_stat_force_next_flush()');
    const { rows } = await sql<Due>`
      select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::double precision as position,
        (select max(age(datfrozenxid)) from pg_database)::double precision as age,
        coalesce(max(n_mod_since_analyze), 0)::double precision as "mostChanged",
        string_agg(quote_ident(relname), ', ') as stale
      from pg_stat_user_tables
      where n_mod_since_analyze > ${this.limits.analyzeRows} + 0.1 * n_live_tup
    `.execute(this.database);
    return rows[0];
  }

  private async run(statement: string): Promise<void> {
    await sql.raw(statement).execute(this.database);
  }
}
