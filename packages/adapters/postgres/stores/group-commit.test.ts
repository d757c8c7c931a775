import { describe, expect, it } from 'vitest';
import { GroupCommit } from './group-commit.ts';

describe('group commit', () => {
  it('writes what is given in one turn as one batch, in the order of the calls', async () => {
    const { batches, commits } = recording();
    const answers = await Promise.all([1, 2, 3].map(given => commits.add(given)));
    expect(batches).toEqual([[1, 2, 3]]);
    expect(answers).toEqual([10, 20, 30]);
  });

  it('collects what comes while a batch is written', async () => {
    const { batches, commits } = recording();
    const first = commits.add(1);
    await new Promise(resolve => setImmediate(resolve));
    await Promise.all([first, commits.add(2), commits.add(3)]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('writes no more at once than the limit', async () => {
    const { batches, commits } = recording(2);
    await Promise.all([1, 2, 3].map(given => commits.add(given)));
    expect(batches).toEqual([[1, 2], [3]]);
  });

  it('spaces the starts of commits, so that those of a busy time share one', async () => {
    const starts: number[] = [];
    const commits = new GroupCommit<number, number>(
      async batch => {
        starts.push(performance.now());
        return [...batch];
      },
      { spacingMs: 20 },
    );
    await commits.add(1);
    await Promise.all([commits.add(2), commits.add(3)]);
    expect(starts).toHaveLength(2);
    // Timers count in whole milliseconds.
    expect(starts[1] - starts[0]).toBeGreaterThan(19);
  });

  it('fails only what is at fault, and writes the others in order', async () => {
    const { batches, commits } = recording();
    const settled = await Promise.allSettled([1, 2, -3, 4].map(given => commits.add(given)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(batches).toEqual([[1, 2], [4]]);
  });

  it('goes on after a failure', async () => {
    const { commits } = recording();
    await expect(commits.add(-1)).rejects.toThrow('negative');
    await expect(commits.add(1)).resolves.toBe(10);
  });

  it('does not write in halves when the store is away: nothing would come of it', async () => {
    let calls = 0;
    const commits = new GroupCommit<number, number>(
      () => {
        calls++;
        return Promise.reject(new Error('away'));
      },
      { isAtFault: () => false },
    );
    const settled = await Promise.allSettled([1, 2, 3].map(given => commits.add(given)));
    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
    expect(calls).toBe(1);
  });

  it('refuses what waits behind a lost batch, since it was worked out on what has been lost', async () => {
    const written: number[] = [];
    let isAway = true;
    const commits = new GroupCommit<number, number>(
      async batch => {
        await new Promise(resolve => setTimeout(resolve, 5));
        if (isAway) {
          isAway = false;
          throw new Error('away');
        }
        written.push(...batch);
        return [...batch];
      },
      { isAtFault: () => false },
    );
    const lost = commits.add(1);
    await new Promise(resolve => setImmediate(resolve));
    const behind = commits.add(2);
    await expect(lost).rejects.toThrow('away');
    await expect(behind).rejects.toThrow('away');
    await expect(commits.add(3)).resolves.toBe(3);
    expect(written).toEqual([3]);
  });
});

function recording(limit?: number) {
  const batches: (readonly number[])[] = [];
  const commit = async (batch: readonly number[]) => {
    await new Promise(resolve => setTimeout(resolve, 1));
    if (batch.some(given => given < 0)) throw new Error('negative');
    batches.push(batch);
    return batch.map(given => given * 10);
  };
  return { batches, commits: new GroupCommit(commit, { limit }) };
}
