import { DomUtils, parseDocument } from 'htmlparser2';

export interface BucketObject {
  readonly key: string;
  /** Changes with its content. */
  readonly etag: string;
  readonly size: number;
}

/** One page of `ListObjectsV2`. */
export interface ListingPage {
  readonly objects: readonly BucketObject[];
  /** Asks for the next page; null on the last. */
  readonly continuation: string | null;
}

/** Reads the answer of `ListObjectsV2`; null when it is something else. */
export function readListing(xml: string): ListingPage | null {
  const document = parseDocument(xml, { xmlMode: true });
  const [root] = DomUtils.getElementsByTagName('ListBucketResult', document);
  if (!root) return null;
  // Asked for, but not every server does it.
  const isEncoded = textIn(root, 'EncodingType') === 'url';
  const objects = DomUtils.getElementsByTagName('Contents', root).map(element => ({
    key: isEncoded ? decoded(textIn(element, 'Key')) : textIn(element, 'Key'),
    etag: textIn(element, 'ETag').replaceAll('"', ''),
    size: Number(textIn(element, 'Size')),
  }));
  return { objects, continuation: textIn(root, 'NextContinuationToken') || null };
}

function decoded(key: string): string {
  return decodeURIComponent(key.replaceAll('+', '%20'));
}

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

function textIn(parent: Element, name: string): string {
  const [found] = DomUtils.getElementsByTagName(name, parent);
  return found ? DomUtils.textContent(found).trim() : '';
}
