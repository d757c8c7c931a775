import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedServer, startEmbedded } from './embedded-server.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rikuy-embedded-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('syncs its log to the disk with every commit, and not without one', async () => {
    const server = await startEmbedded(directory);
    await run(server, 'create table kept (n int)');
    const before = await server.countSyncs();
    for (let n = 0; n < 20; n++) await run(server, `insert into kept values (${n})`);
    const afterCommits = await server.countSyncs();
    expect(afterCommits - before).toBeGreaterThanOrEqual(20);
    expect(afterCommits - before).toBeLessThan(30);
    for (let n = 0; n < 20; n++) await run(server, 'select * from kept');
    expect((await server.countSyncs()) - afterCommits).toBe(0);
    await server.close();
  });

  it('has in another start what the first one wrote', async () => {
    const first = await startEmbedded(directory);
    await run(first, 'create table kept as select 7 as n');
    await first.close();
    const second = await startEmbedded(directory);
    expect(await run(second, 'select n from kept')).toEqual([{ n: 7 }]);
    await second.close();
  });

  it('starts where a power cut left an empty postmaster.pid and half of a new folder', async () => {
    mkdirSync(join(directory, 'database.new'));
    const first = await startEmbedded(directory);
    await first.close();
    writeFileSync(join(directory, 'database', 'postmaster.pid'), '');
    const second = await startEmbedded(directory);
    expect(existsSync(join(directory, 'database.new'))).toBe(false);
    await second.close();
  });

  it('refuses a directory that this process has open, and lets it go on closing', async () => {
    const first = await startEmbedded(directory);
    await expect(startEmbedded(directory)).rejects.toMatchObject({ code: 'storage-in-use' });
    await first.close();
    const second = await startEmbedded(directory);
    await second.close();
  });

  it('refuses a directory that another process has open, names it, and takes over when that one is killed', async () => {
    const other = spawn(process.execPath, [join(import.meta.dirname, 'hold-directory.fixture.ts'), directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    const refused = startEmbedded(directory);
    await expect(refused).rejects.toMatchObject({
      code: 'storage-in-use',
      message: expect.stringContaining(`process ${other.pid}`),
    });
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(readFileSync(join(directory, 'storage.pid'), 'utf8')).toBe(String(other.pid));
    const server = await startEmbedded(directory);
    await server.close();
  });

  it('says that it does not start when its files are damaged, and lets the directory go', async () => {
    mkdirSync(join(directory, 'database'));
    writeFileSync(join(directory, 'database', 'PG_VERSION'), '9.1\n');
    await expect(startEmbedded(directory)).rejects.toMatchObject({ code: 'storage-unavailable' });
    await expect(startEmbedded(directory)).rejects.toMatchObject({ code: 'storage-unavailable' });
  });

  it('tells whoever asks after it was closed', async () => {
    const server = await startEmbedded(directory);
    const connection = await server.connect();
    await server.close();
    await expect(connection.query('select 1', [])).rejects.toMatchObject({ code: 'storage-unavailable' });
  });
});

async function run(server: EmbeddedServer, statement: string) {
  const connection = await server.connect();
  return (await connection.query(statement, [])).rows;
}
