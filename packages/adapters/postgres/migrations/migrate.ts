import { RikuyError } from '@rikuy/contracts';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema, SchemaMigrationTable } from '../schema.ts';
import { hashOf, type Migration } from './migration.ts';

/** Taken by whoever migrates, so that two servers that start together do not both. Any number, always the same. */
const migrationLock = 7_245_101;

/**
 * Brings the database to the newest schema: all steps that it lacks in one transaction, or none.
 * @throws RikuyError `invalid-configuration` when the database is newer than this program or was migrated by others
 */
export async function migrate(database: Kysely<Schema>, migrations: readonly Migration[]): Promise<void> {
  await database.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${migrationLock}::bigint)`.execute(transaction);
    const applied = await readApplied(transaction);
    applied.forEach((step, index) => requireSame(step, migrations[index]));
    for (const migration of migrations.slice(applied.length)) await apply(transaction, migration);
  });
}

async function readApplied(transaction: Transaction<Schema>): Promise<readonly SchemaMigrationTable[]> {
  await sql`
    create table if not exists schema_migration (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at bigint not null
    )`.execute(transaction);
  return transaction.selectFrom('schema_migration').selectAll().orderBy('number').execute();
}

function requireSame(applied: SchemaMigrationTable, known: Migration | undefined): void {
  if (!known) {
    throw new RikuyError(
      'invalid-configuration',
      `The database has migration ${applied.number} (${applied.name}), which this program does not know; run the version that made it, or a newer one.`,
    );
  }
  if (applied.sha256 !== hashOf(known)) {
    throw new RikuyError(
      'invalid-configuration',
      `Migration ${applied.number} (${applied.name}) of the database is not the one of this program; run the version that made it.`,
    );
  }
}

async function apply(transaction: Transaction<Schema>, migration: Migration): Promise<void> {
  for (const statement of migration.statements) await sql.raw(statement).execute(transaction);
  const { number, name } = migration;
  await sql`
    insert into schema_migration (number, name, sha256, applied_at)
    values (${number}, ${name}, ${hashOf(migration)}, floor(extract(epoch from now()) * 1000)::bigint)
  `.execute(transaction);
}
