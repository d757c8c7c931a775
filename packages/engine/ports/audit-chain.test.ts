import { describe, expect, it } from 'vitest';
import { chainEntry, verifyChain } from './audit-chain.ts';
import type { ChainedEntry } from './audit-trail.ts';

describe('the audit chain', () => {
  it('is intact as appended, in batches of any size, and ends with the last entry', async () => {
    const [first, second, third] = chain();
    const report = await verifyChain([[first, second], [], [third]]);
    expect(report).toEqual({ intact: true, end: { position: 3, hash: third.hash } });
  });

  it('shows a changed entry', async () => {
    const [first, second, third] = chain();
    const changed = { ...second, detail: { label: 0 } };
    expect(await verifyChain([[first, changed, third]])).toEqual({ intact: false, brokenAt: 2 });
  });

  it('shows a missing entry', async () => {
    const [first, , third] = chain();
    expect(await verifyChain([[first, third]])).toEqual({ intact: false, brokenAt: 2 });
  });

  it('shows entries that changed places, even with their positions exchanged', async () => {
    const [first, second, third] = chain();
    const swapped = [{ ...second, position: 1 }, { ...first, position: 2 }, third];
    expect(await verifyChain([swapped])).toEqual({ intact: false, brokenAt: 1 });
  });

  it('has the same hash whatever the order of an entry’s keys', () => {
    const entry = { at: 1, actor: 'a', action: 'b', useCase: null, subject: 'c', detail: { x: 1, y: 2 } };
    const turned = { detail: { y: 2, x: 1 }, subject: 'c', useCase: null, action: 'b', actor: 'a', at: 1 };
    expect(chainEntry(turned).hash).toBe(chainEntry(entry).hash);
  });
});

function chain(): readonly [ChainedEntry, ChainedEntry, ChainedEntry] {
  const entry = { at: 1, actor: 'user-1', action: 'verdict.given', useCase: 'x', subject: 's', detail: { label: 1 } };
  const first = chainEntry(entry);
  const second = chainEntry({ ...entry, at: 2 }, first);
  return [first, second, chainEntry({ ...entry, at: 3 }, second)];
}
