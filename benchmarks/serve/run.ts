// One event over HTTP: features, model, reasons and a durable decision, at a rate and flat out; beside it the same
// model behind FastAPI and XGBoost in Python, which computes no feature and stores nothing.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { customs, writeDeclarations } from '@rikuy/customs';
import { eventIdOf, ingestRecords, parseRecord, systemClock, trainModel, type UseCase } from '@rikuy/engine';
import { exportXgboost, type FittedTreeClassifier } from '@rikuy/learn';
import { openFile, openPlatform, readConfiguration } from '@rikuy/runtime';
import { nodeFlags } from '../../scripts/node-flags.mjs';
import { type Check, finish, printTable } from '../report.ts';
import type { Load, LoadResult } from './load.ts';

const root = join(import.meta.dirname, '..', '..');
const port = 18_431;
const rivalPort = 18_432;

/** Boosting decides, because XGBoost must be able to hold the same model. */
const useCase: UseCase = {
  ...customs,
  training: { ...customs.training, choose: { kind: 'named', name: 'gradient_boosting' } },
};

interface Prepared {
  readonly folder: string;
  readonly apiKey: string;
  /** File of requests, one a line, each an event of its own. */
  readonly bodies: string;
  readonly xgboostModel: string;
  readonly inputs: number;
}

export async function run(args: readonly string[]): Promise<void> {
  const { values: options } = parseArgs({ args: [...args], options: { quick: { type: 'boolean', default: false } } });
  const seconds = options.quick ? 3 : 15;
  const folder = await mkdtemp(join(tmpdir(), 'rikuy-serve-'));
  try {
    const prepared = await prepare(folder, { events: options.quick ? 20_000 : 66_000 });
    const ours = await measureOurs(prepared, seconds);
    const theirs = await measureRival(prepared, seconds);
    printTable([
      ...rowsOf('Rikuy: features, model, reasons, durable', ours),
      ...rowsOf('FastAPI + XGBoost: model alone', theirs),
    ]);
    finish('serve', checksOf(ours, theirs));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Loads a history, trains on it, and leaves a data folder that a server can open. */
async function prepare(folder: string, { events }: { readonly events: number }): Promise<Prepared> {
  const options = { seed: 5, rows: Math.round(events * 1.6), from: '2024-02-01', until: '2026-02-01' };
  const cut = dateAtShare(options.from, options.until, 1 - events / options.rows);
  const [history, arriving] = ['history.csv', 'arriving.csv'].map(name => join(folder, name));
  await writeDeclarations(history, { ...options, part: { kind: 'history', cut } });
  await writeDeclarations(arriving, { ...options, part: { kind: 'arriving', cut } });
  const platform = await openPlatform({ ...readConfiguration({}), RIKUY_DATA_DIR: folder });
  try {
    await ingestRecords(useCase, openFile(history), platform.stores, {
      recordType: useCase.decides,
      clock: systemClock,
      rejectFolder: folder,
    });
    const { version } = await trainModel(useCase, platform.stores, systemClock, {
      seed: 1,
      threads: 2,
      by: 'bench',
      codeVersion: 'bench',
    });
    await platform.stores.modelStore.promote(useCase.id, version);
    const apiKey = randomBytes(24).toString('base64url');
    const keyHash = createHash('sha256').update(apiKey).digest('hex');
    await platform.stores.people.saveApiKey({ keyHash, name: 'bench', role: 'merchant', expiresAt: null });
    const { live } = await platform.inService(useCase.id);
    const classifier = live.model().classifier as FittedTreeClassifier;
    const xgboostModel = join(folder, 'model.json');
    await writeFile(xgboostModel, exportXgboost(classifier));
    return {
      folder,
      apiKey,
      bodies: await writeBodies(folder, await bodiesOf(arriving)),
      xgboostModel,
      inputs: classifier.inputs.length,
    };
  } finally {
    await platform.close();
  }
}

/** The requests of a file's acceptable rows, as its columns are called; each event once. */
async function bodiesOf(file: string): Promise<string[]> {
  const bodies = new Map<string, string>();
  for await (const { rows } of openFile(file).rows({ skip: 0, batch: 5000 })) {
    for (const { values } of rows) {
      const parsed = parseRecord(useCase, useCase.decides, values);
      if (parsed.kind === 'rejected') continue;
      const visible = Object.entries(values).filter(
        ([name, value]) => !name.startsWith('_') && value !== null && value !== '',
      );
      bodies.set(
        eventIdOf(useCase, useCase.decides, parsed.values),
        JSON.stringify({ record: Object.fromEntries(visible) }),
      );
    }
  }
  return [...bodies.values()];
}

type Measured = Readonly<Record<'at 500/s' | 'at 1,000/s' | 'flat out', LoadResult>>;

async function measureOurs({ folder, apiKey, bodies }: Prepared, seconds: number): Promise<Measured> {
  const server = spawn(
    process.execPath,
    [...nodeFlags, join(root, 'apps', 'cli', 'main.ts'), 'serve', '--data', folder, '--port', String(port)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, RIKUY_LOG_LEVEL: 'fatal' },
    },
  );
  try {
    await waitFor(`http://127.0.0.1:${port}/health/ready`, server);
    return await measure(
      `http://127.0.0.1:${port}/api/v1/use-cases/customs/score`,
      { authorization: `Bearer ${apiKey}` },
      bodies,
      seconds,
    );
  } finally {
    await stop(server);
  }
}

async function measureRival({ folder, xgboostModel, inputs }: Prepared, seconds: number): Promise<Measured | null> {
  const python = process.env.RIKUY_PYTHON ?? 'python3';
  if (spawnSync(python, ['-c', 'import fastapi, uvicorn, xgboost, pydantic']).status !== 0) {
    console.log('rival skipped: Python with fastapi, uvicorn and xgboost was not found; name one with RIKUY_PYTHON.');
    return null;
  }
  const body = JSON.stringify({ features: Array.from({ length: inputs }, (_, i) => (i * 37) % 11) });
  const server = spawn(python, [join(import.meta.dirname, 'rival.py'), xgboostModel, String(rivalPort)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  });
  try {
    await waitFor(`http://127.0.0.1:${rivalPort}/health`, server);
    return await measure(
      `http://127.0.0.1:${rivalPort}/score`,
      {},
      await writeBodies(
        folder,
        Array.from({ length: 60_000 }, () => body),
      ),
      seconds,
    );
  } finally {
    await stop(server);
  }
}

/** Warms up, then measures the three paces one after another; every body is sent once. */
async function measure(
  url: string,
  headers: Readonly<Record<string, string>>,
  file: string,
  seconds: number,
): Promise<Measured> {
  let used = 0;
  const load = async (pace: Load['pace'], forSeconds: number, count: number): Promise<LoadResult> => {
    const result = await loadFrom({ url, headers, pace, seconds: forSeconds, file, from: used, count });
    used += result.offered;
    return result;
  };
  const atRate = (perSecond: number, forSeconds: number): Promise<LoadResult> =>
    load({ kind: 'rate', perSecond }, forSeconds, perSecond * forSeconds);
  await atRate(500, 8);
  return {
    'at 500/s': await atRate(500, seconds),
    'at 1,000/s': await atRate(1000, seconds),
    'flat out': await load({ kind: 'flat-out', connections: 32 }, seconds, 100_000),
  };
}

/** Sends a load from a process of its own. */
function loadFrom(load: object): Promise<LoadResult> {
  const script = join(import.meta.dirname, 'load-process.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, JSON.stringify(load)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (text: Buffer) => (told += text.toString()));
    child.on('exit', code =>
      code === 0 ? resolve(JSON.parse(told) as LoadResult) : reject(new Error(`the load ended with exit code ${code}`)),
    );
  });
}

async function writeBodies(folder: string, bodies: readonly string[]): Promise<string> {
  const file = join(folder, `bodies-${bodies.length}.ndjson`);
  await writeFile(file, bodies.join('\n'));
  return file;
}

function rowsOf(server: string, measured: Measured | null) {
  return Object.entries(measured ?? {}).map(([load, { perSecond, p50, p99, errors }]) => ({
    server,
    load,
    'answers/s': Math.round(perSecond),
    'p50 ms': p50,
    'p99 ms': p99,
    errors,
  }));
}

function checksOf(ours: Measured, theirs: Measured | null): Check[] {
  const errors = Object.values(ours).reduce((sum, one) => sum + one.errors, 0);
  return [
    { name: 'p99 at 1,000/s, ms', value: ours['at 1,000/s'].p99, bar: { atMost: 10 } },
    { name: 'errors', value: errors, bar: { atMost: 0 } },
    ...(theirs
      ? [
          {
            name: 'answers/s flat out ÷ FastAPI',
            value: ours['flat out'].perSecond / theirs['flat out'].perSecond,
            bar: { atLeast: 1 },
          },
        ]
      : []),
  ];
}

async function waitFor(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (server.exitCode !== null) throw new Error(`the server ended with exit code ${server.exitCode}`);
    const isUp = await fetch(url).then(
      answer => answer.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at ${url}`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise(resolve => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

function dateAtShare(from: string, until: string, share: number): string {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  return new Date(start + (end - start) * share).toISOString().slice(0, 10);
}
