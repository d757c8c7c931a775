import { describe, expect, it } from 'vitest';
import { RepeatedRows } from './repeated-rows.ts';

const eventIds = Array.from({ length: 5_000 }, (_, row) => `P-${(row * 7) % 1_999}\n"${row % 3 === 0 ? 'ñ' : ''}`);

/** The definition, for a source that fits into memory. */
function repeatedByDefinition(ids: readonly string[]): number[] {
  return ids.flatMap((id, row) => (ids.indexOf(id) < row ? [row] : []));
}

async function repeated(inMemory: number): Promise<number[]> {
  const rows = new RepeatedRows({ inMemory });
  try {
    for (let from = 0; from < eventIds.length; from += 300) {
      await rows.add(eventIds.slice(from, from + 300).map((eventId, at) => ({ eventId, row: from + at })));
    }
    const found = await rows.found();
    const all = eventIds.flatMap((_, row) => (found.has(row) ? [row] : []));
    expect(found.size).toBe(all.length);
    return all;
  } finally {
    await rows.dispose();
  }
}

describe('repeated rows', () => {
  it.each([1, 1_000, 1_000_000])('are those whose event came before, with %i events in memory', async inMemory => {
    expect(await repeated(inMemory)).toEqual(repeatedByDefinition(eventIds));
  });
});
