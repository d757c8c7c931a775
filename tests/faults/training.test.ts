// A training run on the embedded database is killed in each of its steps, and then let finish.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ModelManifest } from '@rikuy/contracts';
import { customs } from '@rikuy/customs';
import { type LogExtent, openUseCase, previewEvent, systemClock, verifyChain } from '@rikuy/engine';
import { openPlatform, type Platform, readConfiguration } from '@rikuy/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declareCustoms } from '../support/trained-customs.ts';

/** A step that the trainer tells, and the milliseconds after it at which it is killed. */
interface Death {
  readonly step: string;
  readonly ms: number;
}

const deaths: readonly Death[] = [
  { step: 'replay', ms: 30 },
  { step: 'random_forest', ms: 60 },
  { step: 'gradient_boosting', ms: 10 },
  { step: 'evaluation', ms: 0 },
  { step: 'evaluation', ms: 150 },
  { step: 'registered', ms: 0 },
];

let folder: string;
let loaded: LogExtent;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-train-'));
  loaded = await withPlatform(async ({ stores }) => {
    await declareCustoms(stores, 3000);
    return stores.eventLog.extent(customs.id);
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('training under kill -9', () => {
  it.each(deaths)('leaves no half model, and the log as it was, killed $ms ms after $step', async ({ step, ms }) => {
    const signal = await train({ step, ms });
    expect(signal).toBe('SIGKILL');
    await withPlatform(async ({ stores }) => {
      expect(await stores.eventLog.extent(customs.id)).toEqual(loaded);
      expect(await verifyChain(stores.auditTrail.read())).toMatchObject({ intact: true });
      for (const model of await stores.modelStore.list(customs.id)) await expectWhole(stores, model);
    });
  });

  it('finishes when it is left alone, with the model that the others would have made', async () => {
    expect(await train()).toBeNull();
    await withPlatform(async ({ stores }) => {
      const models = await stores.modelStore.list(customs.id);
      expect(models.length).toBeGreaterThan(1);
      expect(new Set(models.map(({ files }) => JSON.stringify(files))).size).toBe(1);
      expect(models.filter(({ stage }) => stage === 'champion')).toHaveLength(1);
      const live = await openUseCase(customs, stores, systemClock);
      expect(previewEvent(live, customs.examples[0].record).decision.score).toBeGreaterThan(0);
    });
  });
});

/** The model can be opened: every file is there and has the hash that the manifest states. */
async function expectWhole({ modelStore }: Platform['stores'], { version }: ModelManifest): Promise<void> {
  const { manifest, files } = await modelStore.load(customs.id, version);
  expect([...files.keys()].toSorted()).toEqual(Object.keys(manifest.files).toSorted());
}

/** Runs the trainer, to its end or to this death; tells the signal that ended it. */
async function train(death?: Death): Promise<NodeJS.Signals | null> {
  const args = [join(import.meta.dirname, 'training-trainer.ts'), folder, death ? 'wait' : 'end'];
  const trainer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(trainer, 'exit');
  createInterface(trainer.stdout).on('line', told => {
    if (told === death?.step) setTimeout(() => trainer.kill('SIGKILL'), death.ms);
  });
  const [code, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  expect(code ?? 0).toBe(0);
  return signal;
}

async function withPlatform<T>(use: (platform: Platform) => Promise<T>): Promise<T> {
  const platform = await openPlatform({ ...readConfiguration({}), RIKUY_DATA_DIR: folder });
  try {
    return await use(platform);
  } finally {
    await platform.close();
  }
}
