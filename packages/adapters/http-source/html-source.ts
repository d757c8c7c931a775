import type { RowPage, Source, SourceOfKind } from '@rikuy/engine';
import { htmlTable } from './html-table.ts';
import { placeOf, refused } from './places.ts';
import { type Answer, type HttpSourceOptions, Requests } from './requests.ts';

/** The rows of a table of a web page; all of it each time, since a page does not tell what is new. */
export function openHtmlSource(declaration: SourceOfKind<'html'>, options: HttpSourceOptions): Source {
  const requests = new Requests(declaration, options);
  const page = async (signal: AbortSignal): Promise<RowPage> => {
    const answer = await requests.get(new URL(declaration.url), signal);
    const table = htmlTable(decoded(answer), declaration.table);
    if (table && table.columns.length > 0) return { kind: 'rows', rows: table.rows, cursor: null };
    throw refused(`Expected the table ${declaration.table} with a header on ${placeOf(answer.url)}; there is none.`);
  };
  return {
    name: declaration.name,
    hasFixedColumns: true,
    check: async signal => void (await page(signal)),
    read: async function* (_, signal) {
      yield await page(signal);
    },
    close: async () => undefined,
  };
}

/** The page's text in the encoding that its header states, or it itself near its beginning; else UTF-8. */
function decoded({ headers, body, url }: Answer): string {
  const start = new TextDecoder('windows-1252').decode(body.subarray(0, 2048));
  const stated =
    /charset=["']?([\w-]+)/i.exec(headers.get('content-type') ?? '') ?? /charset=["']?([\w-]+)/i.exec(start);
  try {
    return new TextDecoder(stated?.[1] ?? 'utf-8').decode(body);
  } catch {
    throw refused(`The page ${placeOf(url)} states an encoding that does not exist, ${stated?.[1]}.`);
  }
}
