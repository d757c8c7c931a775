// From the log to a model that names its data: versions, quality that stops training, differences, removal.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customs } from '@rikuy/customs';
import {
  collectDatasets,
  compareDatasets,
  createMemoryStores,
  type DatasetStore,
  defineUseCase,
  labelEntry,
  labelHistory,
  prepareDataset,
  profileDataset,
  profilePage,
  type Stores,
  takeSnapshot,
  trainModel,
} from '@rikuy/engine';
import { openDatasetStore } from '@rikuy/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declareCustoms } from '../support/trained-customs.ts';

const day = 86_400_000;
const start = Date.parse('2026-01-20T12:00:00Z');
let now = start;
const clock = { now: () => (now += 1000) };

let folder: string;
let datasets: DatasetStore;
let stores: Stores;
const training = { seed: 1, threads: 2, by: 'test', codeVersion: 'test' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-datasets-'));
  datasets = openDatasetStore(folder, clock);
  stores = { ...createMemoryStores(), datasets };
  await declareCustoms(stores, 4000);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The use case, with a check that the data cannot pass. */
const strict = defineUseCase({
  ...customs,
  quality: {
    checks: [{ kind: 'rows', id: 'a_million', title: { es: 'Un millón', en: 'A million' }, fail: 1_000_000 }],
  },
});

const take = () => takeSnapshot(customs, { eventLog: stores.eventLog, datasets }, { clock, by: 'test' });

describe('training', () => {
  it('refuses data that fail a check, with the reason and how to go on, and registers nothing', async () => {
    const refusal = trainModel(strict, stores, clock, training);
    await expect(refusal).rejects.toMatchObject({ code: 'quality-failed' });
    await expect(refusal).rejects.toThrow(/a_million \(rows .* < 1000000\).*--accept-quality/);
    expect(await stores.modelStore.list(customs.id)).toEqual([]);
  });

  it('goes on when somebody says why, and writes the reason into the manifest', async () => {
    const { dataset } = await trainModel(strict, stores, clock, { ...training, acceptQuality: 'a trial' });
    expect(dataset).toMatchObject({ quality: 'fail', acceptedBecause: 'a trial' });
    const version = await datasets.find(customs.id, String(dataset.version));
    expect(version).toMatchObject({ sha256: dataset.sha256, events: dataset.events, labels: dataset.labels });
  });

  it('keeps the same content once', async () => {
    const before = await datasets.list(customs.id);
    expect(await take()).toEqual(before[0]);
    expect(await datasets.list(customs.id)).toEqual(before);
  });
});

describe('a dataset version', () => {
  it('holds no personal value in the clear, and the same stand-in for the same value', async () => {
    const version = await take();
    const table = await datasets.open(version, version.mainTable);
    const rucs = new Set<unknown>();
    for await (const [values] of table.scan(['importer_ruc'])) for (const value of values) rucs.add(value);
    await table.close();
    const real = new Set<unknown>();
    for await (const batch of stores.eventLog.read({ useCase: customs.id }))
      for (const { kind, values } of batch) if (kind === 'record') real.add(values['importer_ruc']);
    expect(rucs.size).toBe(real.size);
    expect([...rucs].filter(value => real.has(value))).toEqual([]);
  });

  it('differs from the next by what became known between them', async () => {
    const before = await take();
    const [one] = await stores.eventLog.labels({ useCase: customs.id, limit: 1 });
    const corrected = one.values['label'] === 1 ? 0 : 1;
    now += day;
    await stores.eventLog.append([labelEntry(one, { label: corrected, amount: null, verifiedBy: 'ana' }, clock.now())]);
    const after = await take();
    const diff = await compareDatasets({ before, after }, datasets);
    expect(diff).toMatchObject({ added: 0, removed: 0, changed: 1, unchanged: before.events - 1, schema: [] });
    expect(diff.changedColumns.map(({ column }) => column)).toContain('_label');
    expect(diff.shifts.find(({ column }) => column === 'declaration_value')).toMatchObject({ psi: 0, ks: 0 });
  });

  it('shows who corrected a label, when, and what it had been', async () => {
    const [newest] = await labelHistory(customs, stores.eventLog, { limit: 1 });
    const history = await labelHistory(customs, stores.eventLog, { eventId: newest.eventId, limit: 10 });
    expect(history.map(({ source, verifiedBy }) => [source, verifiedBy])).toEqual([
      ['verdict', 'ana'],
      ['load', null],
    ]);
    expect(history[0].corrects).toBe(history[1].label);
    expect(history[1].corrects).toBeNull();
  });

  it('is profiled once, without a personal value', async () => {
    const version = await take();
    const profile = await profileDataset(customs, version, datasets, { clock });
    expect(await profileDataset(customs, version, datasets, { clock })).toEqual(profile);
    const page = profilePage(profile, 'es');
    for await (const [entry] of stores.eventLog.read({ useCase: customs.id }))
      expect(page).not.toContain(String(entry.values['importer_ruc']));
    expect(profile.columns.find(({ column }) => column.name === 'importer_ruc')?.categories?.top).toEqual([]);
  });
});

describe('cleaning up', () => {
  it('never removes what a model names, nor the newest, nor what is young', async () => {
    const [manifest] = await stores.modelStore.list(customs.id);
    const record = await stores.eventLog.labels({ useCase: customs.id, limit: 1 });
    for (let i = 0; i < 3; i++) {
      now += day;
      const label = i % 2 === 0 ? 1 : 0;
      await stores.eventLog.append([labelEntry(record[0], { label, amount: i }, clock.now())]);
      await take();
    }
    const all = (await datasets.list(customs.id)).map(({ version }) => version);
    const asked = { clock, by: 'test', keep: 1 };
    const told = await collectDatasets(customs, { ...stores, datasets }, { ...asked, dryRun: true });
    expect(await datasets.list(customs.id)).toHaveLength(all.length);
    const done = await collectDatasets(customs, { ...stores, datasets }, asked);
    expect(done).toEqual(told);
    expect(done.removed.length).toBeGreaterThan(0);
    expect(done.kept).toContainEqual({ version: manifest.dataset.version, because: 'named-by-model' });
    expect(done.kept).toContainEqual({ version: all[0], because: 'newest' });
    const left = (await datasets.list(customs.id)).map(({ version }) => version);
    expect(left).toEqual(all.filter(version => !done.removed.includes(version)));
    const named = await datasets.find(customs.id, String(manifest.dataset.version));
    expect(named && (await datasets.verify(named))).toEqual([]);
  });

  it('leaves a version alone that is younger than a day', async () => {
    const record = await stores.eventLog.labels({ useCase: customs.id, limit: 1 });
    await stores.eventLog.append([labelEntry(record[0], { label: 1, amount: 77 }, clock.now())]);
    const young = await take();
    await stores.eventLog.append([labelEntry(record[0], { label: 0, amount: 78 }, clock.now())]);
    await take();
    const { kept } = await collectDatasets(customs, { ...stores, datasets }, { clock, by: 'test', keep: 1 });
    expect(kept).toContainEqual({ version: young.version, because: 'recent' });
  });
});

it('assesses again when asked, and keeps the report beside the version', async () => {
  const prepared = await prepareDataset(
    customs,
    { eventLog: stores.eventLog, datasets },
    { clock, by: 'test', acceptQuality: 'test' },
  );
  expect(await datasets.quality(customs.id, prepared.version.version)).toEqual(prepared.quality);
});
