import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { RikuyError } from '@rikuy/contracts';

/** Lines of a text file that follow one another. */
export interface LineBlock {
  /** Number in the file of the first of them, from 1. */
  readonly firstLine: number;
  readonly lines: readonly string[];
  /** Positions in `lines` of those whose bytes are not text in the stated encoding; they are shown as Windows-1252. */
  readonly damaged: ReadonlySet<number>;
}

export type TextEncodingName = 'utf-8' | 'windows-1252';

export interface TextFile {
  readonly path: string;
  readonly encoding: TextEncodingName;
}

const lineFeed = 10;
const chunkBytes = 1 << 20;
const longestLineBytes = 16 << 20;

/**
 * Reads a text file, plain or gzipped, in blocks of whole lines, a megabyte at a time.
 *
 * @throws RikuyError `unreadable-file` when there is no such file, it is UTF-16, or a line has no end
 */
export async function* lineBlocks(file: TextFile): AsyncIterable<LineBlock> {
  let rest: Buffer = Buffer.alloc(0);
  let nextLine = 1;
  let isStart = true;
  for await (const chunk of bytesOf(file.path)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const content = isStart ? withoutMark(bytes, file.path) : bytes;
    isStart = false;
    const end = content.lastIndexOf(lineFeed) + 1;
    rest = content.subarray(end);
    if (rest.length > longestLineBytes) throw endlessLine(file.path, nextLine);
    if (end === 0) continue;
    const block = blockOf(content.subarray(0, end - 1), nextLine, file.encoding);
    nextLine += block.lines.length;
    yield block;
  }
  if (rest.length > 0) yield blockOf(rest, nextLine, file.encoding);
}

/** The bytes of a file, unpacked when it is gzipped. */
async function* bytesOf(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  const unpacked = path.endsWith('.gz') ? file.pipe(createGunzip({ chunkSize: chunkBytes })) : file;
  // A pipe does not pass errors on.
  file.on('error', error => unpacked.destroy(error));
  try {
    yield* unpacked as AsyncIterable<Buffer>;
  } catch (cause) {
    throw unreadable(path, cause);
  } finally {
    file.destroy();
  }
}

function withoutMark(bytes: Buffer, path: string): Buffer {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw utf16(path);
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
}

function blockOf(bytes: Buffer, firstLine: number, encoding: TextEncodingName): LineBlock {
  if (encoding === 'windows-1252') return { firstLine, lines: linesOf(asWindows1252(bytes)), damaged: none };
  if (isUtf8(bytes)) return { firstLine, lines: linesOf(bytes.toString('utf8')), damaged: none };
  return lineByLine(bytes, firstLine);
}

const none: ReadonlySet<number> = new Set();
const windows1252 = new TextDecoder('windows-1252');

function asWindows1252(bytes: Uint8Array): string {
  return windows1252.decode(bytes);
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (!text.includes('\r')) return lines;
  return lines.map(line => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

function lineByLine(bytes: Buffer, firstLine: number): LineBlock {
  const lines: string[] = [];
  const damaged = new Set<number>();
  for (let start = 0; start <= bytes.length;) {
    const end = bytes.indexOf(lineFeed, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!isUtf8(line)) damaged.add(lines.length);
    lines.push(...linesOf(isUtf8(line) ? line.toString('utf8') : asWindows1252(line)));
    start = end === -1 ? bytes.length + 1 : end + 1;
  }
  return { firstLine, lines, damaged };
}

function unreadable(path: string, cause: unknown): unknown {
  if (cause instanceof RikuyError) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
  const what = code === 'ENOENT' ? 'there is no such file' : `reading failed (${code})`;
  return new RikuyError(
    'unreadable-file',
    `Expected a readable file at ${path}; ${what}. Check path and permissions.`,
    {
      cause,
    },
  );
}

function utf16(path: string): RikuyError {
  return new RikuyError(
    'unreadable-file',
    `Expected UTF-8 text in ${path}; it is UTF-16. Save it as “CSV UTF-8”, or convert it: iconv -f UTF-16 -t UTF-8.`,
  );
}

function endlessLine(path: string, line: number): RikuyError {
  return new RikuyError(
    'unreadable-file',
    `Expected lines of at most ${longestLineBytes >> 20} MB in ${path}; line ${line} is longer. Is it a text file?`,
  );
}
