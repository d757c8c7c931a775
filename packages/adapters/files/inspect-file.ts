import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { RikuyError } from '@rikuy/contracts';

export interface FileInspection {
  /** SHA-256 of its bytes, as hexadecimal digits. */
  readonly sha256: string;
  readonly lineFeeds: number;
}

const lineFeed = 10;

/** Reads a file once, from end to end. @throws RikuyError `unreadable-file` */
export async function inspectFile(path: string): Promise<FileInspection> {
  const hash = createHash('sha256');
  let lineFeeds = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      lineFeeds += count(chunk);
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new RikuyError('unreadable-file', `Expected a readable file at ${path}; got ${code}. Check the path.`, {
      cause,
    });
  }
  return { sha256: hash.digest('hex'), lineFeeds };
}

function count(bytes: Buffer): number {
  let found = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) found++;
  return found;
}
