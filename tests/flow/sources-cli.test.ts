// The commands that load, list and check sources: their results, their words and their exit codes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceLoad } from '@rikuy/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarationRows } from '../support/sources.ts';

const root = join(import.meta.dirname, '..', '..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-sources-cli-'));
  await declarationRows(folder, 200);
  const sources = [
    { kind: 'file', name: 'export', useCase: 'customs', path: 'declarations.csv' },
    { kind: 'file', name: 'lost', useCase: 'customs', path: 'nowhere.csv' },
    { kind: 'postgres', name: 'warehouse', useCase: 'customs', url: { env: 'WAREHOUSE' }, query: 'select 1' },
  ];
  await writeFile(join(folder, 'sources.json'), JSON.stringify({ sources }));
});

afterAll(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly complaint: string;
}

async function rikuy(...args: readonly string[]): Promise<Run> {
  const environment = { RIKUY_SOURCES: join(folder, 'sources.json'), RIKUY_DATA_DIR: join(folder, 'data') };
  const child = start(args, environment);
  let [out, complaint] = ['', ''];
  child.stdout.on('data', chunk => (out += String(chunk)));
  child.stderr.on('data', chunk => (complaint += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, complaint };
}

function start(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const main = join(root, 'apps', 'cli', 'main.ts');
  return spawn(process.execPath, [main, ...args], {
    cwd: root,
    env: { ...process.env, ...environment, DATABASE_URL: '' },
  });
}

describe('rikuy', () => {
  it('loads a declared source, then only what is new, and shows both loads', async () => {
    const first = await rikuy('ingest', 'customs', '--source', 'export', '--json');
    expect(first).toMatchObject({ code: 0, complaint: '' });
    const load = JSON.parse(first.out) as SourceLoad;
    expect(load.accepted + load.rejected + load.duplicates).toBe(load.read);
    expect(load.read).toBeGreaterThan(190);
    const second = await rikuy('ingest', 'customs', '--source', 'export', '--lang', 'en');
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('export: 0 rows read = 0 accepted') });
    const shown = await rikuy('loads', 'export', '--json');
    expect((JSON.parse(shown.out) as SourceLoad[]).map(({ read }) => read)).toEqual([0, load.read]);
    expect((await rikuy('loads')).out).toMatch(/comenzó.*estado.*leídas[\s\S]*terminada/);
  });

  it('ends with 1 when the load fails, and says why', async () => {
    const failed = await rikuy('ingest', 'customs', '--source', 'lost', '--lang', 'en');
    expect(failed).toMatchObject({ code: 1, out: expect.stringMatching(/✗ source-refused: .*nowhere\.csv.*ENOENT/) });
  });

  it('lists sources with their last load, and with --check what is wrong with each', async () => {
    expect((await rikuy('sources', '--lang', 'en')).out).toMatch(/export +file +customs +20\d\d-.* done/);
    const checked = await rikuy('sources', '--check', '--json');
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.out)).toMatchObject([
      { name: 'export', connection: { isGood: true } },
      { name: 'lost', connection: { isGood: false, problem: expect.stringContaining('ENOENT') } },
      { name: 'warehouse', connection: { isGood: false, problem: expect.stringContaining('WAREHOUSE') } },
    ]);
    expect((await rikuy('sources', 'export', '--check')).code).toBe(0);
  });

  it('ends with 2 where it is used wrongly', async () => {
    const neither = await rikuy('ingest', 'customs');
    expect(neither).toMatchObject({ code: 2, complaint: expect.stringContaining('--source') });
    const other = await rikuy('ingest', 'customs-kr', '--source', 'export', '--lang', 'en');
    expect(other).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('declared for customs, not for customs-kr'),
    });
    expect((await rikuy('ingest', 'customs', '--source', 'export', '--follow', 'x')).code).toBe(2);
  });

  it('follows a source until it is interrupted, which ends with 130', async () => {
    const environment = { RIKUY_SOURCES: join(folder, 'sources.json'), RIKUY_DATA_DIR: join(folder, 'data') };
    const child = start(['ingest', 'customs', '--source', 'export', '--follow', '1', '--json'], environment);
    let lines = 0;
    child.stdout.on('data', chunk => {
      lines += String(chunk).split('\n').length - 1;
      if (lines >= 2) child.kill('SIGINT');
    });
    const [code] = (await once(child, 'close')) as [number | null];
    expect(lines).toBeGreaterThanOrEqual(2);
    expect(code).toBe(130);
  });
});
