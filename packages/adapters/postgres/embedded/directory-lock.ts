import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RikuyError } from '@rikuy/contracts';

export interface DirectoryLock {
  release(): void;
}

/**
 * Takes a folder for this process alone. Two processes on one embedded database destroy it, so the lock must be sound:
 * the operating system holds it and drops it when the process dies, however it dies. Node has no file locks of its own;
 * the exclusive transaction of an empty SQLite database is one, on every platform.
 *
 * Nothing else may open `storage.lock`: closing any other descriptor of it would drop the lock.
 * @throws RikuyError `storage-in-use` when a process, this one included, holds it
 */
export function lockDirectory(directory: string): DirectoryLock {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, 'storage.lock'), { timeout: 0 });
  const owner = join(directory, 'storage.pid');
  try {
    database.exec('begin exclusive');
  } catch (cause) {
    database.close();
    throw inUse(directory, owner, cause);
  }
  writeFileSync(owner, String(process.pid));
  return {
    release: () => {
      rmSync(owner, { force: true });
      database.close();
    },
  };
}

function inUse(directory: string, owner: string, cause: unknown): RikuyError {
  return new RikuyError(
    'storage-in-use',
    `The data directory ${directory} is used by process ${readOwner(owner)}; stop it, or name another directory.`,
    { cause },
  );
}

function readOwner(owner: string): string {
  try {
    return readFileSync(owner, 'utf8');
  } catch {
    // It holds the lock and has not written its number yet.
    return 'unknown';
  }
}
