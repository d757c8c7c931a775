import { glob, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type Clock,
  type FoundFile,
  type Source,
  SourceFailure,
  type SourceFile,
  type SourceOfKind,
  unseenFiles,
} from '@rikuy/engine';

type Declaration = SourceOfKind<'folder'> | SourceOfKind<'file'>;

interface Place {
  readonly folder: string;
  readonly pattern: string;
  readonly settleSeconds: number;
}

interface FileOnDisk extends FoundFile {
  readonly changedAt: number;
}

/** The files of a folder that are new or changed since they were loaded, by name; or one file. */
export function openFolderSource(declaration: Declaration, clock: Clock): Source {
  const { name, format, encoding } = declaration;
  const place = placeOf(declaration);
  return {
    name,
    hasFixedColumns: true,
    check: async () => void (await filesOf(declaration, place)),
    read: async function* (after) {
      const found = await filesOf(declaration, place);
      const settled = found.filter(({ changedAt }) => changedAt + place.settleSeconds * 1000 <= clock.now());
      for (const { file, cursor } of unseenFiles(name, after, settled)) {
        const path = join(place.folder, file.name);
        yield { kind: 'file', ...file, format, encoding, cursor, fetch: async () => path } satisfies SourceFile;
      }
    },
    close: async () => undefined,
  };
}

function placeOf(declaration: Declaration): Place {
  if (declaration.kind === 'folder') return { ...declaration, folder: declaration.path };
  const { path } = declaration;
  return { folder: dirname(path), pattern: basename(path), settleSeconds: 0 };
}

async function filesOf({ kind, name, path }: Declaration, place: Place): Promise<readonly FileOnDisk[]> {
  const names = kind === 'file' ? [place.pattern] : await Array.fromAsync(glob(place.pattern, { cwd: place.folder }));
  await requireThere(name, path);
  const files = await Promise.all(names.toSorted().map(file => describe(place.folder, file)));
  return files.filter(file => file !== null);
}

async function requireThere(source: string, path: string): Promise<void> {
  try {
    await stat(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new SourceFailure(
      'source-refused',
      `Expected ${path} for ${source}; got ${code}. Check the path and its rights.`,
      {
        cause,
      },
    );
  }
}

/** Null for what is no file, or no longer there. */
async function describe(folder: string, name: string): Promise<FileOnDisk | null> {
  const found = await stat(join(folder, name)).catch(() => null);
  if (!found?.isFile()) return null;
  return { name, version: `${found.size}-${Math.round(found.mtimeMs)}`, changedAt: found.mtimeMs };
}
