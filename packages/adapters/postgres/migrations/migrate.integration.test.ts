import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqlDialect } from '../connection/sql-dialect.ts';
import { startEmbedded } from '../embedded/embedded-server.ts';
import type { Schema } from '../schema.ts';
import { allMigrations } from './all-migrations.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';

const first: Migration = { number: 1, name: 'first', statements: ['create table one (n int)'] };
const second: Migration = { number: 2, name: 'second', statements: ['create table two (n int)'] };

describe('migrations', () => {
  let directory: string;
  let database: Kysely<Schema>;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'rikuy-migrate-'));
    database = new Kysely<Schema>({ dialect: sqlDialect(await startEmbedded(directory)) });
  });

  afterEach(async () => {
    await database.destroy();
    rmSync(directory, { recursive: true });
  });

  it('apply what the database lacks, once', async () => {
    await migrate(database, [first]);
    await migrate(database, [first, second]);
    await migrate(database, [first, second]);
    const { rows } = await sql`select number, name from schema_migration order by number`.execute(database);
    expect(rows).toEqual([
      { number: 1, name: 'first' },
      { number: 2, name: 'second' },
    ]);
  });

  it('leave no trace when one of them fails', async () => {
    const failing: Migration = { number: 2, name: 'failing', statements: ['create table two (n int)', 'selec 1'] };
    await expect(migrate(database, [first, failing])).rejects.toThrow('42601');
    await migrate(database, [first, second]);
    await expect(sql`select * from two`.execute(database)).resolves.toMatchObject({ rows: [] });
  });

  it('refuse a database whose migration was another', async () => {
    await migrate(database, [first]);
    const changed = { ...first, statements: ['create table other (n int)'] };
    await expect(migrate(database, [changed])).rejects.toMatchObject({ code: 'invalid-configuration' });
  });

  it('refuse a database of a newer program', async () => {
    await migrate(database, [first, second]);
    await expect(migrate(database, [first])).rejects.toMatchObject({ code: 'invalid-configuration' });
  });

  it('are numbered without gaps', () => {
    expect(allMigrations.map(({ number }) => number)).toEqual(allMigrations.map((_, index) => index + 1));
  });
});
