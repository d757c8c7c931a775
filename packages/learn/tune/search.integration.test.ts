import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { boostedSearch, linear, misnamed, refusing, search } from './searches.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rikuy-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a search on several threads', () => {
  it('gives what one thread gives', async () => {
    for (const plan of [{}, { pruning: 'median' as const }, { inFlight: 3, pruning: 'halving' as const }]) {
      expect(await search({ ...plan, workers: 3 })).toEqual(await search(plan));
    }
  });

  it('gives up fits alike', async () => {
    expect(await boostedSearch({ workers: 2 })).toEqual(await boostedSearch());
  });

  it('needs an objective that threads can import', async () => {
    const { make, metric } = linear;
    await expect(search({ objective: { make, metric }, workers: 2 })).rejects.toThrow(/made by moduleObjective/);
    await expect(search({ objective: misnamed, workers: 2 })).rejects.toThrow(/must export `absent`/);
  });

  it('passes on what a trial refuses', async () => {
    await expect(search({ objective: refusing, workers: 2 })).rejects.toMatchObject({
      name: 'LearnError',
      code: 'invalid-data',
      message: 'no such metric here.',
    });
  });

  it('refuses more workers than trials may be under way', async () => {
    await expect(search({ workers: 3, inFlight: 2 })).rejects.toThrow(/from 1 to `inFlight` \(2\); got 3/);
  });

  it('stops trials on other threads at once', async () => {
    const stop = new AbortController();
    const onProgress = (): void => stop.abort();
    const stopped = await search({ objective: linear, workers: 2, signal: stop.signal, onProgress, trials: 500 });
    expect(stopped.isComplete).toBe(false);
    expect(stopped.trials.length).toBeLessThan(5);
  });
});

describe('a search in a process that is killed', () => {
  it.each([3, 8, 15])('with %i trials kept goes on to the same trials and the same best', async kept => {
    const path = join(folder, `killed-${kept}.ndjson`);
    const { signal, lines } = await killedAfter(kept, path);
    expect(signal).toBe('SIGKILL');
    expect(lines).toBeGreaterThanOrEqual(kept);
    expect(lines).toBeLessThan(24);
    expect(await finished(path)).toEqual(await uninterrupted);
    expect(keptTrials(path)).toBe(24);
  });
});

const uninterrupted = finished(join(folder, 'whole.ndjson'));

function start(path: string) {
  return spawn(process.execPath, [join(import.meta.dirname, 'kill.fixture.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function finished(path: string): Promise<unknown> {
  return JSON.parse(await text(start(path).stdout));
}

/** Kills the process without a word as soon as its journal holds so many trials. */
async function killedAfter(trials: number, path: string): Promise<{ signal: string; lines: number }> {
  const process = start(path);
  const exit = once(process, 'exit');
  while (keptTrials(path) < trials && process.exitCode === null) await setTimeout(2);
  process.kill('SIGKILL');
  const [, signal] = (await exit) as [number | null, string];
  return { signal, lines: keptTrials(path) };
}

function keptTrials(path: string): number {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 2 : 0;
}
