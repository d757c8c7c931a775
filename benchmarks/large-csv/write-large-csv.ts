import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { writeDeclarations } from '@rikuy/customs';

const templateRows = 20_000;
/** Exports carry many columns that nobody reads here. */
const unread = Array.from({ length: 40 }, (_, index) => `observacion_${index + 1}`);
const unreadCells = unread.map((_, index) => `texto de relleno ${index}`).join(',');

/** Writes generated declarations, dirt included, again and again under new numbers until the file is large enough. */
export async function writeLargeCsv(
  path: string,
  bytes: number,
): Promise<{ readonly rows: number; readonly bytes: number }> {
  const { header, lines } = await template(`${path}.template`);
  const file = createWriteStream(path);
  file.write(`${header},${unread.join(',')}\n`);
  let rows = 0;
  for (let copy = 0; file.bytesWritten + file.writableLength < bytes; copy++) {
    for (let from = 0; from < lines.length; from += 1_000) {
      const chunk = lines.slice(from, from + 1_000).map(line => `${numbered(line, copy)},${unreadCells}\n`);
      if (!file.write(chunk.join(''))) await once(file, 'drain');
    }
    rows += lines.length;
  }
  file.end();
  await finished(file);
  return { rows, bytes: file.bytesWritten };
}

async function template(path: string): Promise<{ readonly header: string; readonly lines: readonly string[] }> {
  await writeDeclarations(path, { seed: 1, rows: templateRows, from: '2024-01-01', until: '2025-12-31' });
  const [header, ...lines] = (await readFile(path, 'utf8')).trimEnd().split('\n');
  await rm(path);
  return { header, lines };
}

/** The same declaration with another number: its fifth and last parts, of two digits each, tell the copy. */
function numbered(line: string, copy: number): string {
  const comma = line.indexOf(',');
  const parts = line.slice(0, comma).split('-');
  if (parts.length === 7) {
    parts[4] = twoDigits(Math.floor(copy / 100) + 1);
    parts[6] = twoDigits(copy % 100);
  }
  return parts.join('-') + line.slice(comma);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
