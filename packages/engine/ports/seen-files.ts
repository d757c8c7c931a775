import { z } from 'zod';
import { type SourceCursor, SourceFailure } from './source.ts';

const seenSchema = z.strictObject({ seen: z.record(z.string(), z.string()) });

export interface FoundFile {
  readonly name: string;
  /** Changes with the file. */
  readonly version: string;
}

/**
 * The files among those found that were not seen in this version, each with the cursor behind it. Files that are gone
 * are forgotten, so that the cursor does not grow for ever.
 * @throws SourceFailure when the cursor is another kind of source's
 */
export function unseenFiles<File extends FoundFile>(
  source: string,
  cursor: SourceCursor | null,
  found: readonly File[],
): readonly { readonly file: File; readonly cursor: SourceCursor }[] {
  const before = readSeen(source, cursor);
  const seen = new Map(found.flatMap(({ name }) => (before.has(name) ? [[name, before.get(name)!] as const] : [])));
  return found
    .filter(({ name, version }) => seen.get(name) !== version)
    .map(file => {
      seen.set(file.name, file.version);
      return { file, cursor: { seen: Object.fromEntries(seen) } };
    });
}

function readSeen(source: string, cursor: SourceCursor | null): ReadonlyMap<string, string> {
  if (cursor === null) return new Map();
  const parsed = seenSchema.safeParse(cursor);
  if (parsed.success) return new Map(Object.entries(parsed.data.seen));
  throw new SourceFailure(
    'source-refused',
    `The position kept for ${source} is not one of files; the source was another one before. Load with \`--restart\`, or give it another name.`,
  );
}
