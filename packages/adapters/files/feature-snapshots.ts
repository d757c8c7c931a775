import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeatureSnapshots } from '@rikuy/engine';

/**
 * Snapshots of the state of features in a folder, one file for each use case. A new one is written beside the old, made
 * durable, and takes its name: whoever is killed meanwhile leaves the old one.
 */
export function fileSnapshots(folder: string): FeatureSnapshots {
  const pathOf = (useCase: string): string => join(folder, `${useCase}.features`);
  return {
    load: useCase => readFile(pathOf(useCase)).catch(nothing),
    save: async (useCase, snapshot) => {
      await mkdir(folder, { recursive: true });
      const beside = `${pathOf(useCase)}.${randomUUID()}`;
      try {
        await writeDurably(beside, snapshot);
        await rename(beside, pathOf(useCase));
      } catch (cause) {
        await rm(beside, { force: true });
        throw cause;
      }
      await syncFolder(folder);
    },
  };
}

function nothing(cause: NodeJS.ErrnoException): null {
  if (cause.code === 'ENOENT') return null;
  throw cause;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** So that the new name survives a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
