import { type RowPage, type Source, type SourceCursor, SourceFailure, type SourceOfKind } from '@rikuy/engine';
import { z } from 'zod';
import { atPath } from './json-path.ts';
import { pageAddress, type PageAnswer, pageAfter, type PageMark } from './paging.ts';
import { placeOf, refused } from './places.ts';
import { type HttpSourceOptions, Requests } from './requests.ts';

type HttpDeclaration = SourceOfKind<'http'>;

/** Where reading an API stands. */
interface HttpPosition {
  /** Rows changed since this value are asked for. */
  readonly since: string | number | null;
  /** The greatest value in the rows read since. */
  readonly highest: string | number | null;
  readonly page: PageMark;
}

/** The rows of a JSON API, page by page, incremental where it can be asked for what has changed since. */
export function openHttpSource(declaration: HttpDeclaration, options: HttpSourceOptions): Source {
  const requests = new Requests(declaration, options);
  const reader = new ApiReader(declaration, requests);
  return {
    name: declaration.name,
    hasFixedColumns: false,
    check: async signal => void (await reader.page(reader.start(null), signal)),
    read: (after, signal) => reader.read(reader.start(after), signal),
    close: async () => undefined,
  };
}

const mark = z.union([z.string(), z.number()]).nullable();
const positionSchema = z.strictObject({ since: mark, highest: mark, page: mark });

class ApiReader {
  private readonly declaration: HttpDeclaration;
  private readonly requests: Requests;

  constructor(declaration: HttpDeclaration, requests: Requests) {
    this.declaration = declaration;
    this.requests = requests;
  }

  start(cursor: SourceCursor | null): HttpPosition {
    if (cursor === null) return { since: this.declaration.incremental?.start ?? null, highest: null, page: null };
    const parsed = positionSchema.safeParse(cursor);
    if (parsed.success) return parsed.data;
    throw refused(
      `The position kept for ${this.declaration.name} is not one of an API; the source was another one before. Load with \`--restart\`, or give it another name.`,
    );
  }

  async *read(start: HttpPosition, signal: AbortSignal): AsyncIterable<RowPage> {
    let position = start;
    let before = '';
    for (;;) {
      const answer = await this.page(position, signal);
      before = this.requireOther(before, answer);
      const next = pageAfter(this.declaration.paging, position.page, answer);
      position = this.after(position, next, answer.rows);
      yield { kind: 'rows', rows: answer.rows, cursor: asCursor(position) };
      if (next === null) return;
    }
  }

  async page(position: HttpPosition, signal: AbortSignal): Promise<PageAnswer> {
    const { url, headers, body } = await this.requests.get(this.address(position), signal);
    const content = parse(url, body);
    const rows = atPath(content, this.declaration.rows);
    if (Array.isArray(rows)) return { url, headers, content, rows };
    throw refused(
      `Expected a list of rows at \`${this.declaration.rows}\` in the answer of ${placeOf(url)}; got ${rows === null ? 'null' : typeof rows}. State its path as \`rows\`.`,
    );
  }

  private address({ since, page }: HttpPosition): URL {
    const { url, parameters, incremental, paging } = this.declaration;
    const base = new URL(url);
    for (const [name, value] of Object.entries(parameters)) {
      base.searchParams.set(name, typeof value === 'string' ? value : this.requests.secretOf(value));
    }
    if (incremental && since !== null) base.searchParams.set(incremental.parameter, String(since));
    return pageAddress(base, paging, page);
  }

  private after({ since, highest, page }: HttpPosition, next: PageMark, rows: readonly unknown[]): HttpPosition {
    const { incremental, paging } = this.declaration;
    const seen = incremental ? highestOf(highest, rows, incremental.field) : null;
    if (next !== null) return { since, highest: seen, page: next };
    const keepsPage = paging.by === 'cursor' && paging.keep;
    return { since: seen ?? since, highest: null, page: keepsPage ? page : null };
  }

  /** An API that does not know the parameter of its pages answers the first for ever. */
  private requireOther(before: string, { url, rows }: PageAnswer): string {
    const now = JSON.stringify(rows);
    if (rows.length === 0 || now !== before) return now;
    throw refused(`${placeOf(url)} answers two pages with the same rows; check the names of its paging parameters.`);
  }
}

function parse(url: URL, body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new SourceFailure('source-unavailable', `Expected JSON from ${placeOf(url)}; what came is none, or not all.`);
  }
}

function highestOf(before: string | number | null, rows: readonly unknown[], field: string): string | number | null {
  let highest = before;
  for (const row of rows) {
    const value = atPath(row, field);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    if (highest === null || isGreater(value, highest)) highest = value;
  }
  return highest;
}

function isGreater(a: string | number, b: string | number): boolean {
  return typeof a === typeof b ? a > b : Number(a) > Number(b);
}

/** Null where the next reading begins at the beginning, so that it is not taken for progress. */
function asCursor(position: HttpPosition): SourceCursor | null {
  const { since, page } = position;
  return since === null && page === null ? null : { ...position };
}
