import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes an empty database in a folder that does not exist yet, and closes it. */
export type InitDatabase = (directory: string) => Promise<void>;

/**
 * Gives the folder a database if it has none: whole or not at all, on the disk before it gets its name. Copying the
 * template takes a tenth of making a database, so the first one made becomes the template.
 */
export async function prepareDataDirectory(directory: string, template: string, init: InitDatabase): Promise<void> {
  if (!existsSync(directory)) {
    const staging = `${directory}.new`;
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(dirname(directory), { recursive: true });
    await makeDatabase(staging, template, init);
    syncTree(staging);
    renameSync(staging, directory);
    syncPath(dirname(directory));
  }
  // A power cut can leave it empty, and PGlite then refuses to start. The lock says already that nobody else runs.
  rmSync(join(directory, 'postmaster.pid'), { force: true });
}

async function makeDatabase(staging: string, template: string, init: InitDatabase): Promise<void> {
  if (existsSync(template)) return cpSync(template, staging, { recursive: true });
  await init(staging);
  keepTemplate(staging, template);
}

/** Best effort: without a template, or when another process keeps one first, nothing is lost but time. */
function keepTemplate(database: string, template: string): void {
  const staging = `${template}.${process.pid}`;
  try {
    mkdirSync(dirname(template), { recursive: true });
    cpSync(database, staging, { recursive: true });
    syncTree(staging);
    renameSync(staging, template);
  } catch {
    rmSync(staging, { recursive: true, force: true });
  }
}

function syncTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) syncTree(child);
    else syncPath(child);
  }
  syncPath(path);
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
