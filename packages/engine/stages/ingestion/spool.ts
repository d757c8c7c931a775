import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RowPage, SourceCursor } from '../../ports/source.ts';

/** Rows that were fetched and wait on disk to be loaded. */
export interface SpooledPortion {
  readonly number: number;
  /** One JSON value a line, objects inside objects flattened. */
  readonly path: string;
  readonly rows: number;
  /** Behind its rows. */
  readonly cursor: SourceCursor | null;
}

type Seal = Pick<SpooledPortion, 'rows' | 'cursor'>;

/**
 * Where the rows of a source wait until they are loaded: what was fetched once need not come again, and a load that
 * was killed goes on with the very same rows. A portion counts once it is sealed; what was being written is fetched
 * again. Readable by this user only.
 */
export class Spool {
  /** Files brought from elsewhere can wait here too. */
  readonly folder: string;
  private writing: { readonly number: number; readonly file: FileHandle } | null = null;
  /** Of the portion being written. */
  rows = 0;
  private cursor: SourceCursor | null = null;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The portion of this number that an earlier process sealed; whatever else is there is removed. */
  async recover(number: number): Promise<SpooledPortion | null> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const seal = await readSeal(this.sealPath(number));
    await this.clear(seal ? [this.rowsPath(number), this.sealPath(number)] : []);
    return seal && { ...seal, number, path: this.rowsPath(number) };
  }

  /** Adds a page to the portion of this number. */
  async add(number: number, { rows, cursor }: RowPage): Promise<void> {
    this.writing ??= { number, file: await open(this.rowsPath(number), 'w', 0o600) };
    if (rows.length > 0) await this.writing.file.appendFile(rows.map(row => `${lineOf(row)}\n`).join(''));
    this.rows += rows.length;
    this.cursor = cursor;
  }

  /** Ends the portion being written, durably; null when there is none. */
  async seal(): Promise<SpooledPortion | null> {
    if (!this.writing) return null;
    const { number, file } = this.writing;
    const sealed = { rows: this.rows, cursor: this.cursor };
    await file.sync();
    await this.leave();
    await writeDurably(this.sealPath(number), JSON.stringify(sealed));
    return { ...sealed, number, path: this.rowsPath(number) };
  }

  /** Removes what is here but these paths. */
  async clear(kept: readonly string[] = []): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      if (!kept.includes(path)) await rm(path, { recursive: true, force: true });
    }
  }

  async remove({ number }: SpooledPortion): Promise<void> {
    await rm(this.sealPath(number), { force: true });
    await rm(this.rowsPath(number), { force: true });
  }

  /** Gives up the portion being written. */
  async leave(): Promise<void> {
    await this.writing?.file.close();
    this.writing = null;
    this.rows = 0;
    this.cursor = null;
  }

  private rowsPath(number: number): string {
    return join(this.folder, `portion-${number}.ndjson`);
  }

  private sealPath(number: number): string {
    return join(this.folder, `portion-${number}.seal.json`);
  }
}

/** What JSON has no word for is rejected as what is no object, and not lost. */
function lineOf(row: unknown): string {
  return JSON.stringify(isObject(row) ? flattened(row) : row) ?? 'null';
}

/** Values of objects inside under names in parts, `{ payer: { ruc } }` as `payer.ruc`. */
function flattened(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!Object.values(row).some(isObject)) return row;
  const parts = Object.entries(row).flatMap(([name, value]) =>
    isObject(value)
      ? Object.entries(flattened(value)).map(([inner, found]) => [`${name}.${inner}`, found] as const)
      : [[name, value] as const],
  );
  return Object.fromEntries(parts);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value);
}

async function readSeal(path: string): Promise<Seal | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Seal;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The file is there with all its content, or not at all. */
async function writeDurably(path: string, content: string): Promise<void> {
  await writeFile(`${path}.part`, content, { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
}
