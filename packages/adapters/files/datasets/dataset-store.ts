import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DatasetVersion,
  datasetVersion,
  type Profile,
  profile as profileSchema,
  type QualityReport,
  qualityReport,
  RikuyError,
} from '@rikuy/contracts';
import {
  type Clock,
  type DatasetStore,
  type DatasetTable,
  type RecordSource,
  systemClock,
  type TableDeclaration,
} from '@rikuy/engine';
import { ParquetTable } from '../duckdb/parquet-table.ts';
import { openFile } from '../open-file.ts';
import { replaceFile } from './durably.ts';
import { beginSnapshot, hashOfFile, versionFile } from './snapshot-writer.ts';

/** What begins so is no version: it is being written, or being removed. */
const hidden = '.';
const unfinishedAge = 24 * 3_600_000;

/**
 * Dataset versions as folders: `<folder>/<use case>/<version>/` with the tables as Parquet, `version.json`, and what was
 * found out about it. A version is written aside and appears by one renaming. Servers that share it share the folder.
 *
 * ```ts
 * const store = openDatasetStore('data/datasets');
 * for (const { version, events } of await store.list('tax')) …
 * ```
 */
export function openDatasetStore(folder: string, clock: Clock = systemClock): DatasetStore {
  return new FolderDatasetStore(folder, clock);
}

class FolderDatasetStore implements DatasetStore {
  private readonly folder: string;
  private readonly clock: Clock;
  private key: Buffer | undefined;

  constructor(folder: string, clock: Clock) {
    this.folder = folder;
    this.clock = clock;
  }

  async begin(useCase: string, tables: readonly TableDeclaration[]) {
    const own = join(this.folder, useCase);
    await mkdir(own, { recursive: true, mode: 0o700 });
    await this.clearForsaken(own);
    const unfinished = join(own, `${hidden}writing-${randomUUID()}`);
    return beginSnapshot({ unfinished, published: version => join(own, version) }, tables);
  }

  async list(useCase: string): Promise<readonly DatasetVersion[]> {
    const names = (await readFolder(join(this.folder, useCase))).filter(name => !name.startsWith(hidden));
    const found = await Promise.all(names.map(name => this.find(useCase, name)));
    return found.filter(version => version !== null).sort(newestFirst);
  }

  find(useCase: string, version: string): Promise<DatasetVersion | null> {
    return this.read(useCase, version, { file: versionFile, schema: datasetVersion });
  }

  async open(version: DatasetVersion, table: string): Promise<DatasetTable> {
    const found = version.tables.find(({ name }) => name === table);
    if (!found) throw new RikuyError('not-found', `The dataset version ${version.version} has no table ${table}.`);
    return ParquetTable.open({ path: this.tablePath(version, table), columns: found.columns });
  }

  async verify(version: DatasetVersion): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const { name, sha256 } of version.tables) {
      const found = await hashOfFile(this.tablePath(version, name)).catch(() => null);
      if (found !== sha256) wrong.push(`${name}.parquet`);
    }
    return wrong;
  }

  /** It disappears by one renaming before its files go. */
  async remove(useCase: string, version: string): Promise<void> {
    const leaving = join(this.folder, useCase, `${hidden}removing-${randomUUID()}`);
    await rename(this.place(useCase, version), leaving);
    await rm(leaving, { recursive: true, force: true });
  }

  saveQuality(report: QualityReport): Promise<void> {
    return replaceFile(join(this.place(report.useCase, report.dataset), 'quality.json'), JSON.stringify(report));
  }

  quality(useCase: string, version: string): Promise<QualityReport | null> {
    return this.read(useCase, version, { file: 'quality.json', schema: qualityReport });
  }

  saveProfile(useCase: string, version: string, profile: Profile): Promise<void> {
    return replaceFile(join(this.place(useCase, version), 'profile.json'), JSON.stringify(profile));
  }

  profile(useCase: string, version: string): Promise<Profile | null> {
    return this.read(useCase, version, { file: 'profile.json', schema: profileSchema });
  }

  rejects(path: string): RecordSource {
    return openFile(path, { format: 'csv' });
  }

  pseudonym(value: string): string {
    this.key ??= readOrMakeKey(this.folder);
    return createHmac('sha256', this.key).update(value).digest('base64url').slice(0, 22);
  }

  private async read<T>(
    useCase: string,
    version: string,
    { file, schema }: { readonly file: string; readonly schema: { readonly parse: (value: unknown) => T } },
  ): Promise<T | null> {
    if (!isVersionName(version)) return null;
    try {
      return schema.parse(JSON.parse(await readFile(join(this.folder, useCase, version, file), 'utf8')));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw new RikuyError(
        'unreadable-file',
        `${file} of the dataset version ${version} is not what was written; restore it from a backup or remove the version.`,
        { cause },
      );
    }
  }

  private tablePath({ useCase, version }: DatasetVersion, table: string): string {
    return join(this.place(useCase, version), `${table}.parquet`);
  }

  private place(useCase: string, version: string): string {
    if (!isVersionName(version))
      throw new RikuyError('not-found', 'A dataset version is named by letters, digits and hyphens.');
    return join(this.folder, useCase, version);
  }

  /** What a killed process left half done. */
  private async clearForsaken(own: string): Promise<void> {
    for (const name of await readFolder(own)) {
      if (!name.startsWith(hidden)) continue;
      const { mtimeMs } = await stat(join(own, name)).catch(() => ({ mtimeMs: Infinity }));
      if (this.clock.now() - mtimeMs > unfinishedAge) await rm(join(own, name), { recursive: true, force: true });
    }
  }
}

function isVersionName(version: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(version);
}

async function readFolder(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function newestFirst(a: DatasetVersion, b: DatasetVersion): number {
  if (a.createdAt !== b.createdAt) return a.createdAt > b.createdAt ? -1 : 1;
  return a.version > b.version ? -1 : 1;
}

/** Of two processes that make it at once, the second takes the first's. */
function readOrMakeKey(folder: string): Buffer {
  const path = join(folder, `${hidden}pseudonym-key`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = join(folder, `${hidden}${randomUUID()}`);
  writeFileSync(made, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  try {
    linkSync(made, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(made, { force: true });
  }
  return Buffer.from(readFileSync(path, 'utf8'), 'hex');
}
