import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqlDialect } from '../connection/sql-dialect.ts';
import type { Schema } from '../schema.ts';
import { startEmbedded } from './embedded-server.ts';
import { Upkeep } from './upkeep.ts';

const never = { checkpointBytes: Infinity, analyzeRows: Number.MAX_SAFE_INTEGER, freezeAge: Infinity };

describe('upkeep of the embedded database', () => {
  let directory: string;
  let database: Kysely<Schema>;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'rikuy-upkeep-'));
    database = new Kysely<Schema>({ dialect: sqlDialect(await startEmbedded(directory)) });
    await sql`create table kept (n int, words text)`.execute(database);
  });

  afterEach(async () => {
    await database.destroy();
    rmSync(directory, { recursive: true });
  });

  it('makes a checkpoint once the log has grown enough since the last', async () => {
    const upkeep = new Upkeep(database, { ...never, checkpointBytes: 100_000 });
    await upkeep.doWhatIsDue();
    const start = await redoPoint();
    await upkeep.doWhatIsDue();
    expect(await redoPoint()).toBe(start);
    await fill(2_000);
    await upkeep.doWhatIsDue();
    expect(await redoPoint()).not.toBe(start);
  });

  it('puts a checkpoint off while much is being written', async () => {
    const upkeep = new Upkeep(database, { ...never, checkpointBytes: 1_000_000 });
    await upkeep.doWhatIsDue();
    const start = await redoPoint();
    await fill(20_000);
    await upkeep.doWhatIsDue();
    expect(await redoPoint()).toBe(start);
    await upkeep.doWhatIsDue();
    expect(await redoPoint()).not.toBe(start);
  });

  it('takes the figures of tables that changed much', async () => {
    const upkeep = new Upkeep(database, { ...never, analyzeRows: 1_000 });
    await fill(900);
    await upkeep.doWhatIsDue();
    expect(await knownRows()).toBe(-1);
    await fill(300);
    await upkeep.doWhatIsDue();
    expect(await knownRows()).toBe(1_200);
  });

  it('marks old rows when transactions would run out', async () => {
    for (let transaction = 0; transaction < 300; transaction++) await fill(1);
    expect(await ageOfRows()).toBeGreaterThan(300);
    await new Upkeep(database, { ...never, freezeAge: 200 }).doWhatIsDue();
    expect(await ageOfRows()).toBeLessThan(200);
  });

  async function fill(rows: number): Promise<void> {
    await sql`insert into kept select n, repeat('x', 100) from generate_series(1, ${rows}::int) as n`.execute(database);
  }

  async function redoPoint(): Promise<string> {
    const { rows } = await sql<{ redo_lsn: string }>`select redo_lsn from pg_control_checkpoint()`.execute(database);
    return rows[0].redo_lsn;
  }

  async function knownRows(): Promise<number> {
    const { rows } = await sql<{ known: number }>`
      select reltuples::float8 as known from pg_class where relname = 'kept'
    `.execute(database);
    return rows[0].known;
  }

  async function ageOfRows(): Promise<number> {
    const { rows } = await sql<{ age: number }>`
      select age(relfrozenxid)::float8 as age from pg_class where relname = 'kept'
    `.execute(database);
    return rows[0].age;
  }
});
