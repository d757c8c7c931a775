import { open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';

/** Returns when the file's or folder's content would survive a power cut. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a file in place as a whole: readers see what was there before, or all of the new one. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  await writeFile(unfinished, content, { mode: 0o600 });
  await flush(unfinished);
  await rename(unfinished, path);
  await flush(dirname(path));
}
