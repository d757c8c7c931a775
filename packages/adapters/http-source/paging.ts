import type { SourceOfKind } from '@rikuy/engine';
import { atPath } from './json-path.ts';
import { placeOf, refused } from './places.ts';

type Paging = SourceOfKind<'http'>['paging'];

/** Which page: its number, the rows before it, a cursor or an address; null is the first. */
export type PageMark = string | number | null;

export interface PageAnswer {
  readonly url: URL;
  readonly headers: Headers;
  readonly content: unknown;
  readonly rows: readonly unknown[];
}

/** The address of a page. */
export function pageAddress(base: URL, paging: Paging, mark: PageMark): URL {
  if (paging.by === 'link') return mark === null ? base : new URL(String(mark));
  const url = new URL(base);
  switch (paging.by) {
    case 'none':
      break;
    case 'page':
      url.searchParams.set(paging.parameter, String(mark ?? paging.first));
      if (paging.sizeParameter && paging.size) url.searchParams.set(paging.sizeParameter, String(paging.size));
      break;
    case 'offset':
      url.searchParams.set(paging.parameter, String(mark ?? 0));
      url.searchParams.set(paging.sizeParameter, String(paging.size));
      break;
    case 'cursor':
      if (mark !== null) url.searchParams.set(paging.parameter, String(mark));
  }
  return url;
}

/** The page after this one; null where this is the last. @throws SourceFailure when it lies at another host */
export function pageAfter(paging: Paging, mark: PageMark, answer: PageAnswer): PageMark {
  const { length } = answer.rows;
  switch (paging.by) {
    case 'none':
      return null;
    case 'page':
      return length === 0 || length < (paging.size ?? 0) ? null : Number(mark ?? paging.first) + 1;
    case 'offset':
      return length < paging.size ? null : Number(mark ?? 0) + length;
    case 'cursor':
      return nextCursor(atPath(answer.content, paging.next));
    case 'link':
      return linkToNext(answer);
  }
}

function nextCursor(next: unknown): PageMark {
  return (typeof next === 'string' && next !== '') || typeof next === 'number' ? next : null;
}

const link = /<(?<address>[^>]*)>(?<parameters>[^<]*)/g;

/** The `Link` header's `next` (RFC 8288). */
function linkToNext({ url, headers }: PageAnswer): string | null {
  const links = [...(headers.get('link') ?? '').matchAll(link)];
  const next = links.find(({ groups }) => /;\s*rel="?(?:[^",]*\s)?next\b/i.test(groups!['parameters']));
  if (!next) return null;
  const address = new URL(next.groups!['address'], url);
  // Credentials go along with the request.
  if (address.origin !== url.origin) {
    throw refused(`${placeOf(url)} links to its next page at another host, ${address.origin}; it is not followed.`);
  }
  return address.href;
}
