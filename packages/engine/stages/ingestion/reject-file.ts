import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Rejection } from '@rikuy/contracts';

const header = 'line,field,value,reason,message_es,message_en,repair_es,repair_en';

/**
 * A CSV of what was rejected, one line per value. It has its name only once it is complete, and none is left where
 * nothing was rejected; writing it again gives the same bytes.
 */
export class RejectFile {
  readonly path: string;
  private stream: WriteStream | null = null;

  constructor(path: string) {
    this.path = path;
  }

  async write(rejections: readonly Rejection[]): Promise<void> {
    if (rejections.length === 0) return;
    this.stream ??= await this.begin();
    const text = rejections.map(rejection => `${lineOf(rejection)}\n`).join('');
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }

  /** Completes the file; the path of it, or null when nothing was rejected. */
  async complete(): Promise<string | null> {
    if (this.stream === null) {
      await rm(this.path, { force: true });
      return null;
    }
    this.stream.end();
    await finished(this.stream);
    await rename(this.unfinished, this.path);
    return this.path;
  }

  /** Stops writing and leaves no file behind. */
  async abandon(): Promise<void> {
    this.stream?.destroy();
    await rm(this.unfinished, { force: true });
  }

  private get unfinished(): string {
    return `${this.path}.part`;
  }

  private async begin(): Promise<WriteStream> {
    await mkdir(dirname(this.path), { recursive: true });
    const stream = createWriteStream(this.unfinished, { mode: 0o600 });
    // Kept for `complete`, which reports it; without a listener it would end the process.
    stream.on('error', () => undefined);
    stream.write(`${header}\n`);
    return stream;
  }
}

function lineOf({ line, field, value, reason, message, repair }: Rejection): string {
  const cells = [String(line), field, harmless(value), reason, message.es, message.en, repair.es, repair.en];
  return cells.map(quoted).join(',');
}

/** Spreadsheets run text that begins with these signs as a formula. */
function harmless(value: string): string {
  return /^[=+@\t\r]|^-(?![\d.,]+$)/.test(value) ? `'${value}` : value;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
