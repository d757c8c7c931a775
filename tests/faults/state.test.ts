import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createFeatureEngine, createMemoryStores, readSnapshot, restoreFeatures } from '@rikuy/engine';
import { fileSnapshots } from '@rikuy/files';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stream, streamCase } from '../flow/stream-case.ts';

let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'rikuy-state-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('a snapshot of the features in a file', () => {
  it.each([3, 10, 20, 35, 60, 110])('is a whole one when its writer is killed %i ms later', async delay => {
    const saver = fork(new URL('./state-saver.ts', import.meta.url), [folder]);
    let saved = 0;
    saver.on('message', entries => (saved = Number(entries)));
    await once(saver, 'message');
    await wait(delay);
    const ended = once(saver, 'exit');
    saver.kill('SIGKILL');
    await ended;

    const bytes = await fileSnapshots(folder).load(streamCase.id);
    const engine = createFeatureEngine(streamCase);
    const { position, columns } = readSnapshot(streamCase, bytes!);
    expect(position.sequence).toBeGreaterThanOrEqual(saved);
    for (const entry of stream(1, 20_000).slice(0, position.sequence)) engine.take(entry);
    expect(columns).toEqual(engine.save());
  });

  it('that is damaged is refused and made anew from the log', async () => {
    const { eventLog } = createMemoryStores();
    for (const entry of stream(2, 100)) await eventLog.append([entry]);
    const snapshots = fileSnapshots(folder);
    await restoreFeatures(streamCase, eventLog, { snapshots, saveAfter: 1 });
    const [name] = readdirSync(folder);
    writeFileSync(join(folder, name), 'not a snapshot');
    const again = await restoreFeatures(streamCase, eventLog, { snapshots, saveAfter: 1 });
    expect(again.refused?.code).toBe('snapshot-refused');
    expect(await restoreFeatures(streamCase, eventLog, { snapshots })).toMatchObject({ read: 0, refused: null });
  });

  it('that cannot be saved leaves the one before', async () => {
    const snapshots = fileSnapshots(folder);
    await snapshots.save('stream', Uint8Array.of(1));
    await expect(snapshots.save('no/such/folder', Uint8Array.of(2))).rejects.toThrow('ENOENT');
    expect(await snapshots.load('stream')).toEqual(Buffer.from([1]));
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
