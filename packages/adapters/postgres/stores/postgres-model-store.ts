import type { ModelManifest } from '@rikuy/contracts';
import { type ModelBundle, type ModelStore, refusals, requireStatedFiles, storableJson } from '@rikuy/engine';
import { type Kysely, type Selectable, type Transaction } from 'kysely';
import { isUniqueViolation } from '../connection/database-failure.ts';
import type { ModelTable, Schema } from '../schema.ts';

export class PostgresModelStore implements ModelStore {
  private readonly database: Kysely<Schema>;

  constructor(database: Kysely<Schema>) {
    this.database = database;
  }

  async register({ manifest, files }: ModelBundle): Promise<void> {
    try {
      await this.database.transaction().execute(async transaction => {
        await insertManifest(transaction, manifest);
        for (const [name, content] of files) await insertFile(transaction, manifest, { name, content });
      });
    } catch (error) {
      const exists = isUniqueViolation(error, 'model_key');
      throw exists ? refusals.modelExists(manifest.useCase, manifest.version, error) : error;
    }
  }

  async load(useCase: string, version: string): Promise<ModelBundle> {
    const manifest = await this.manifest(useCase, version);
    if (!manifest) throw refusals.modelNotFound(useCase, version);
    const rows = await this.database
      .selectFrom('model_file')
      .select(['name', 'content'])
      .where('use_case', '=', useCase)
      .where('version', '=', version)
      .orderBy('name')
      .execute();
    return requireStatedFiles({ manifest, files: new Map(rows.map(row => [row.name, new Uint8Array(row.content)])) });
  }

  async manifest(useCase: string, version: string): Promise<ModelManifest | null> {
    const row = await this.models(useCase).where('version', '=', version).executeTakeFirst();
    return row ? toManifest(row) : null;
  }

  async champion(useCase: string): Promise<ModelManifest | null> {
    const row = await this.models(useCase).where('stage', '=', 'champion').executeTakeFirst();
    return row ? toManifest(row) : null;
  }

  async list(useCase: string): Promise<readonly ModelManifest[]> {
    const rows = await this.models(useCase).orderBy('created_at', 'desc').orderBy('version', 'desc').execute();
    return rows.map(toManifest);
  }

  async promote(useCase: string, version: string): Promise<void> {
    await this.database.transaction().execute(async transaction => {
      // All versions are locked, in one order, so that of two promotions the second retires the first's champion.
      const rows = await transaction
        .selectFrom('model')
        .select(['version', 'stage'])
        .where('use_case', '=', useCase)
        .orderBy('version')
        .forUpdate()
        .execute();
      if (!rows.some(row => row.version === version)) throw refusals.modelNotFound(useCase, version);
      const before = rows.find(({ stage }) => stage === 'champion');
      if (before) await setStage(transaction, { useCase, version: before.version }, 'retired');
      await setStage(transaction, { useCase, version }, 'champion');
    });
  }

  private models(useCase: string) {
    return this.database.selectFrom('model').select(['manifest', 'stage']).where('use_case', '=', useCase);
  }
}

function toManifest({ manifest, stage }: Pick<Selectable<ModelTable>, 'manifest' | 'stage'>): ModelManifest {
  return { ...(manifest as ModelManifest), stage: stage as ModelManifest['stage'] };
}

async function insertManifest(transaction: Transaction<Schema>, manifest: ModelManifest): Promise<void> {
  const { useCase, version, stage, createdAt } = manifest;
  const row = { use_case: useCase, version, stage, created_at: createdAt, manifest: storableJson(manifest) };
  await transaction.insertInto('model').values(row).execute();
}

async function insertFile(
  transaction: Transaction<Schema>,
  { useCase, version }: ModelManifest,
  file: { readonly name: string; readonly content: Uint8Array },
): Promise<void> {
  await transaction
    .insertInto('model_file')
    .values({ use_case: useCase, version, ...file })
    .execute();
}

async function setStage(
  transaction: Transaction<Schema>,
  { useCase, version }: { readonly useCase: string; readonly version: string },
  stage: ModelManifest['stage'],
): Promise<void> {
  await transaction
    .updateTable('model')
    .set({ stage })
    .where('use_case', '=', useCase)
    .where('version', '=', version)
    .execute();
}
