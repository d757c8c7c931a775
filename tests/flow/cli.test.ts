// The command line as people and scripts use it: one run of the commands over a small folder of data.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureDescription, LoadReport, ModelManifest, ParityReport, Problem, QueuePage } from '@rikuy/contracts';
import type { Reproduction } from '@rikuy/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'main.ts');

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly told: string;
}

let folder: string;
const at = (name: string): string => join(folder, name);

/** Starts `rikuy` with these arguments, in English unless they say otherwise, on the folder's data. */
function start(...args: string[]) {
  const environment = { ...process.env, RIKUY_LANGUAGE: 'en', RIKUY_DATA_DIR: at('data'), RIKUY_THREADS: '2' };
  return spawn(process.execPath, [main, ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function rikuy(...args: string[]): Promise<Ended> {
  const child = start(...args);
  const said = { out: '', told: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.told += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, ...said };
}

/** Runs with `--json`: standard output must be one document on one line, and standard error silent. */
async function json<T>(...args: string[]): Promise<T> {
  const { code, out, told } = await rikuy(...args, '--json');
  expect([code, told]).toEqual([0, '']);
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(out) as T;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-cli-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the commands, from nothing to a proven decision', () => {
  let trained: ModelManifest;

  it('generate writes a file', async () => {
    const year = ['--rows', '3000', '--seed', '5', '--from', '2025-02-01', '--until', '2026-02-01'];
    const history = await json<{ lines: number }>('generate', 'customs', at('history.csv'), ...year);
    expect(history.lines).toBeGreaterThanOrEqual(3000);
    const days = ['--rows', '60', '--seed', '9', '--from', '2026-02-01', '--until', '2026-02-04'];
    await rikuy('generate', 'customs', at('today.csv'), ...days);
    expect((await readFile(at('today.csv'), 'utf8')).trimEnd().split('\n').length).toBeGreaterThanOrEqual(61);
  });

  it('ingest accounts for every row, and loads the same file once', async () => {
    const [report] = await json<LoadReport[]>('ingest', 'customs', at('history.csv'));
    const lines = (await readFile(at('history.csv'), 'utf8')).trimEnd().split('\n').length - 1;
    expect(report.read).toBe(lines);
    expect(report.accepted + report.rejected + report.duplicates).toBe(report.read);
    expect(report.accepted).toBeGreaterThan(2900);
    expect(await json<LoadReport[]>('ingest', 'customs', at('history.csv'))).toEqual([report]);
  });

  it('train registers a model and evaluate shows it', async () => {
    trained = await json<ModelManifest>('train', 'customs', '--seed', '4');
    expect(trained.evaluations.map(({ model }) => model)).toContain(trained.chosen);
    const shown = await json<ModelManifest>('evaluate', 'customs');
    expect(shown).toEqual({ ...trained, stage: 'champion' });
    const { out } = await rikuy('evaluate', 'customs', trained.version);
    expect(out).toContain(`Model ${trained.version} (${trained.chosen})`);
    expect(out).toMatch(/inspected +rightly/);
  });

  it('score decides every row once, and nothing the second time', async () => {
    const first = await json<Totals>('score', 'customs', at('today.csv'), '--out', at('decisions.ndjson'));
    expect(first.decided).toBeGreaterThan(50);
    const second = await json<Totals>('score', 'customs', at('today.csv'));
    expect(second).toEqual({ ...first, decided: 0, repeated: first.decided + first.repeated });
    const decisions = (await readFile(at('decisions.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(decisions).toHaveLength(first.decided + first.repeated + first.rejected);
  });

  it('queue ranks the cases', async () => {
    const { items, total } = await json<QueuePage>('queue', 'customs', '--limit', '5');
    expect(items.length).toBe(Math.min(5, total));
    expect(items.length).toBeGreaterThan(0);
    expect(items.map(({ rank }) => rank)).toContain(1);
    expect((await rikuy('queue', 'customs', '--lang', 'es')).out).toContain('valor esperado');
  });

  it('features tells the catalogue, also as a page', async () => {
    const features = await json<FeatureDescription[]>('features', 'customs');
    expect(features.every(({ models }) => models.includes(trained.version))).toBe(true);
    const { out } = await rikuy('features', 'customs', '--format', 'markdown');
    expect(out.match(/^## /gm)).toHaveLength(features.length);
  });

  it('parity and reproduce prove what was done', async () => {
    const { decisions, differences } = await json<ParityReport>('parity', 'customs');
    expect([decisions > 50, differences]).toEqual([true, 0]);
    expect(await json<Reproduction>('reproduce', 'customs')).toMatchObject({ identical: true });
  });

  it('doctor finds nothing that stops it', async () => {
    const { code, out } = await rikuy('doctor');
    expect(code).toBe(0);
    expect(out).toContain(trained.version);
    expect(out).not.toContain('✗');
  });

  it('serve answers until it is interrupted, and then ends well', async () => {
    const server = start('serve', '--port', '0');
    const [told] = (await once(server.stderr, 'data')) as [Buffer];
    const [address] = /http:\/\/[\w.:]+\d/.exec(await untilAddress(told.toString(), server.stderr)) ?? [''];
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    const inUse = await rikuy('queue', 'customs', '--json');
    expect([inUse.code, (JSON.parse(inUse.told) as Problem).code]).toEqual([1, 'storage-in-use']);
    server.kill('SIGINT');
    expect(await once(server, 'exit')).toEqual([0, null]);
  });

  it('is gone at once when interrupted in the middle of its work', async () => {
    const training = start('train', 'customs', '--no-promote');
    setTimeout(() => training.kill('SIGINT'), 900);
    // What a shell calls 130.
    expect(await once(training, 'exit')).toEqual([null, 'SIGINT']);
    expect((await json<ModelManifest>('evaluate', 'customs')).version).toBe(trained.version);
  });
});

describe('wrong usage', () => {
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown command', ['trian'], /unknown command 'trian'/],
    ['a missing use case', ['train'], /missing required argument 'use-case'/],
    ['an unknown option', ['queue', 'customs', '--ofice', '118'], /unknown option '--ofice'/],
    ['a number out of range', ['queue', 'customs', '--limit', '0'], /A whole number from 1 on is expected/],
    ['an impossible day', ['queue', 'customs', '--day', '2026-02-30'], /A day like 2026-12-31 is expected/],
    ['an unknown language', ['queue', 'customs', '--lang', 'fr'], /Allowed choices are es, en/],
    ['an unknown use case', ['queue', 'mining'], /no use case `mining`; there are customs/],
    ['a span before the world', ['generate', 'customs', 'x.csv', '--from', '2020-01-01'], /2023-01-01 or later/],
  ];

  it.each(wrong)('%s ends with 2 and says so', async (_what, args, message) => {
    const { code, out, told } = await rikuy(...args);
    expect([code, out]).toEqual([2, '']);
    expect(told).toMatch(message);
  });

  it('names a file that is not there', async () => {
    const { code, told } = await rikuy('ingest', 'customs', at('nothing.csv'));
    expect(code).toBe(1);
    expect(told).toContain('nothing.csv');
  });

  it('refuses to open the demo to the network', async () => {
    const child = spawn(process.execPath, [main, 'demo', '--lang', 'en', '--data', at('open')], {
      env: { ...process.env, RIKUY_HOST: '0.0.0.0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [[told], [code]] = (await Promise.all([once(child.stderr, 'data'), once(child, 'exit')])) as [
      [Buffer],
      [number],
    ];
    expect(code).toBe(2);
    expect(told.toString()).toContain('RIKUY_DEMO_ANY_ADDRESS');
  });

  it('is explained in the language asked for', async () => {
    const [es, en] = [await rikuy('train', '--help', '--lang', 'es'), await rikuy('train', '--help', '--lang=en')];
    expect([es.code, en.code]).toEqual([0, 0]);
    expect(es.out).toMatch(/^Uso: rikuy train \[opciones\].*\n\nEntrena/);
    expect(es.out).not.toMatch(/Usage|Options|default:|display/);
    expect(en.out).toMatch(/^Usage: rikuy train \[options\].*\n\nTrains/);
    expect((await rikuy('queue', 'customs', '--limit', '0', '--lang', 'es')).told).toContain("la opción '--limit <n>'");
  });
});

interface Totals {
  readonly decided: number;
  readonly repeated: number;
  readonly rejected: number;
}

async function untilAddress(told: string, from: NodeJS.ReadableStream): Promise<string> {
  if (/http:\/\/\S+;/.test(told)) return told;
  const [more] = (await once(from, 'data')) as [Buffer];
  return untilAddress(told + more.toString(), from);
}
