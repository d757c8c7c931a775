// A dataset version is there as a whole or not at all, whenever its writer is killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customs } from '@rikuy/customs';
import { openDatasetStore } from '@rikuy/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The writer is killed so many ms after it has published its first version. */
const deaths = [0, 7, 19, 40, 83, 130];

let folder: string;
const told: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-snapshot-faults-'));
  for (const delay of deaths) await live(delay);
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function live(delay: number): Promise<void> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'snapshot-writer.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  writer.stdout.on('data', (text: Buffer) => {
    if (output === '') setTimeout(() => writer.kill('SIGKILL'), delay);
    output += text.toString();
  });
  const [code, signal] = (await once(writer, 'exit')) as [number | null, string | null];
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  told.push(...output.split('\n').slice(0, -1));
}

describe('a snapshot under kill -9', () => {
  it('leaves every version that was told of, and each is what its hashes say', async () => {
    const store = openDatasetStore(folder);
    const versions = await store.list(customs.id);
    const names = versions.map(({ version }) => version);
    expect(told.length).toBeGreaterThanOrEqual(deaths.length);
    expect(told.filter(name => !names.includes(name))).toEqual([]);
    for (const version of versions) {
      expect(await store.verify(version)).toEqual([]);
      const table = await store.open(version, version.mainTable);
      expect(table.rows).toBe(version.events);
      await table.close();
    }
  });

  it('was killed in the midst of one, which nobody sees', async () => {
    const entries = await readdir(join(folder, customs.id));
    const unfinished = entries.filter(name => name.startsWith('.writing-'));
    expect(unfinished.length).toBeGreaterThan(0);
    const listed = await openDatasetStore(folder).list(customs.id);
    expect(listed.length).toBe(entries.length - unfinished.length);
  });

  it('clears what was left half written a day later', async () => {
    const later = { now: () => Date.now() + 2 * 86_400_000 };
    const writer = await openDatasetStore(folder, later).begin(customs.id, []);
    await writer.abandon();
    const entries = await readdir(join(folder, customs.id));
    expect(entries.filter(name => name.startsWith('.'))).toEqual([]);
  });

  it('notices a file that was changed afterwards', async () => {
    const store = openDatasetStore(folder);
    const [version] = await store.list(customs.id);
    await appendFile(join(folder, customs.id, version.version, `${version.mainTable}.parquet`), 'x');
    expect(await store.verify(version)).toEqual([`${version.mainTable}.parquet`]);
  });
});
