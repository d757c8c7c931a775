import type { User } from '@rikuy/contracts';
import type { People, StoredUser } from '@rikuy/engine';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

type Session = Parameters<People['openSession']>[0];
type ApiKey = Parameters<People['saveApiKey']>[0];

export class PostgresPeople implements People {
  private readonly database: Kysely<Schema>;

  constructor(database: Kysely<Schema>) {
    this.database = database;
  }

  async save({ id, name, role, office, passwordHash }: StoredUser): Promise<void> {
    const person = { name, role, office, password_hash: passwordHash };
    await this.database
      .insertInto('person')
      .values({ id, ...person })
      .onConflict(conflict => conflict.column('id').doUpdateSet(person))
      .execute();
  }

  async find(id: string): Promise<StoredUser | null> {
    const row = await this.database.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return null;
    const { password_hash: passwordHash, ...user } = row;
    return { ...user, passwordHash };
  }

  async list(): Promise<readonly User[]> {
    return this.database.selectFrom('person').select(['id', 'name', 'role', 'office']).orderBy('id').execute();
  }

  async openSession({ tokenHash, userId, expiresAt }: Session): Promise<void> {
    const session = { person_id: userId, expires_at: expiresAt };
    await this.database
      .insertInto('session')
      .values({ token_hash: tokenHash, ...session })
      .onConflict(conflict => conflict.column('token_hash').doUpdateSet(session))
      .execute();
  }

  async sessionUser(tokenHash: string, now: number): Promise<User | null> {
    const user = await this.database
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .select(['person.id', 'person.name', 'person.role', 'person.office'])
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return user ?? null;
  }

  async closeSession(tokenHash: string): Promise<void> {
    await this.database.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
  }

  async saveApiKey({ keyHash, name, role, expiresAt }: ApiKey): Promise<void> {
    const key = { name, role, expires_at: expiresAt };
    await this.database
      .insertInto('api_key')
      .values({ key_hash: keyHash, ...key })
      .onConflict(conflict => conflict.column('key_hash').doUpdateSet(key))
      .execute();
  }

  async apiKeyUser(keyHash: string, now: number): Promise<User | null> {
    const key = await this.database
      .selectFrom('api_key')
      .select(['name', 'role'])
      .where('key_hash', '=', keyHash)
      .where(column => column.or([column('expires_at', 'is', null), column('expires_at', '>', now)]))
      .executeTakeFirst();
    return key ? { id: `api-key:${key.name}`, name: key.name, role: key.role, office: null } : null;
  }
}
