// Data on the command line: a history too small to learn from, from its file to the refusal to train.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatasetSummary, QualityReport } from '@rikuy/contracts';
import { writeDeclarations } from '@rikuy/customs';
import { afterAll, beforeAll, expect, it } from 'vitest';

const program = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'main.ts');
let folder: string;
let file: string;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

function rikuy(...args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, RIKUY_DATA_DIR: join(folder, 'data'), RIKUY_LANGUAGE: 'en' };
  return new Promise(resolve => {
    execFile(process.execPath, [program, ...args], { env, maxBuffer: 1 << 26 }, (error, out, complaint) => {
      resolve({ code: error ? Number(error.code) : 0, out, complaint });
    });
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-data-cli-'));
  file = join(folder, 'declarations.csv');
  await writeDeclarations(file, { seed: 5, rows: 400, from: '2025-01-01', until: '2025-12-31' });
  await rikuy('ingest', 'customs', file);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it('exits with 3 when a check fails, and tells which', async () => {
  const { code, out } = await rikuy('quality', 'customs', '--json');
  const report = JSON.parse(out) as QualityReport;
  expect(code).toBe(3);
  expect(report.checks.filter(({ status }) => status === 'fail').map(({ id }) => id)).toEqual(['enough_declarations']);
});

it('does not train on data that fail, and says how to go on', async () => {
  const { code, complaint } = await rikuy('train', 'customs');
  expect(code).toBe(3);
  expect(complaint).toMatch(/enough_declarations.*--accept-quality/);
});

it('lists the version that was kept, once, with its quality', async () => {
  const { code, out } = await rikuy('datasets', 'list', 'customs', '--json');
  const versions = JSON.parse(out) as DatasetSummary[];
  expect([code, versions.length, versions[0].quality]).toEqual([0, 1, 'fail']);
});

it('keeps a file as a version without loading it', async () => {
  const more = join(folder, 'more.csv');
  await writeDeclarations(more, { seed: 6, rows: 200, from: '2025-01-01', until: '2025-12-31' });
  const { code } = await rikuy('datasets', 'take', 'customs', '--file', more);
  const { out } = await rikuy('datasets', 'list', 'customs', '--json');
  const [newest, before] = JSON.parse(out) as DatasetSummary[];
  expect([code, newest.version.source.kind, newest.version.parent]).toEqual([0, 'file', before.version.version]);
  expect(await rikuy('datasets', 'diff', 'customs')).toMatchObject({ code: 0 });
});

it('profiles any file as a page', async () => {
  const page = join(folder, 'page.html');
  const { code, out } = await rikuy('profile', file, '--label', 'underreported', '--out', page);
  expect([code, out]).toEqual([0, expect.stringContaining('columns')]);
  expect(await readFile(page, 'utf8')).toContain('verification_date');
});

it('says which dataset versions there are when one is not', async () => {
  const { code, complaint } = await rikuy('quality', 'customs', 'nothing');
  expect([code, complaint]).toEqual([1, expect.stringContaining('rikuy datasets list customs')]);
});
