import { createHash } from 'node:crypto';
import type { AuditEntry, ChainedEntry } from './audit-trail.ts';
import { canonicalJson } from './canonical-json.ts';

/** What stands for the hash before the first entry. */
export const chainStart = '0'.repeat(64);

/** The end of a chain; whoever keeps it can later tell whether entries were cut off. */
export interface ChainEnd {
  /** Position of the last entry, 0 when there is none. */
  readonly position: number;
  readonly hash: string;
}

export type ChainReport =
  | { readonly intact: true; readonly end: ChainEnd }
  /** The first position at which an entry is changed, missing or moved. */
  | { readonly intact: false; readonly brokenAt: number };

/** The next entry of a chain: positions count from 1, the hash covers position, entry and the hash before. */
export function chainEntry(entry: AuditEntry, before: ChainEnd = { position: 0, hash: chainStart }): ChainedEntry {
  const { at, actor, action, useCase, subject, detail } = entry;
  const placed = { position: before.position + 1, at, actor, action, useCase, subject, detail };
  return {
    ...placed,
    hash: createHash('sha256')
      .update(`${before.hash}\n${canonicalJson(placed)}`)
      .digest('hex'),
  };
}

/**
 * Reads a whole trail and says whether every hash fits. An attacker who may rewrite everything can also compute every
 * hash: compare `end` with one that was kept elsewhere.
 *
 * ```ts
 * const report = await verifyChain(stores.auditTrail.read());
 * ```
 */
export async function verifyChain(
  trail: AsyncIterable<readonly ChainedEntry[]> | Iterable<readonly ChainedEntry[]>,
): Promise<ChainReport> {
  let end: ChainEnd = { position: 0, hash: chainStart };
  for await (const entries of trail) {
    for (const entry of entries) {
      const expected = chainEntry(entry, end);
      if (entry.position !== expected.position || entry.hash !== expected.hash) {
        return { intact: false, brokenAt: expected.position };
      }
      end = { position: entry.position, hash: entry.hash };
    }
  }
  return { intact: true, end };
}
