// The first case from a dirty file to a verdict that the next decision knows, over the real workflows and stores.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision, LoadReport, ModelManifest, User } from '@rikuy/contracts';
import { customs, writeDeclarations } from '@rikuy/customs';
import {
  checkParity,
  type EventToScore,
  giveVerdict,
  ingestRecords,
  parseRecord,
  previewEvent,
  reproduceModel,
  systemClock,
  trainModel,
} from '@rikuy/engine';
import { openFile, openPlatform, type Platform, readConfiguration, type UseCaseInService } from '@rikuy/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const options = { seed: 11, rows: 9_000, from: '2024-02-01', until: '2026-02-01' };
const cut = '2025-12-20';
const officer: User = { id: 'oficial', name: 'Oficial', role: 'officer', office: null };

let folder: string;
let platform: Platform;
let load: LoadReport;
let manifest: ModelManifest;
let arriving: EventToScore[];

const service = (): Promise<UseCaseInService> => platform.inService(customs.id);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-flow-'));
  const [history, later] = [join(folder, 'history.csv'), join(folder, 'arriving.csv')];
  await writeDeclarations(history, { ...options, part: { kind: 'history', cut } });
  await writeDeclarations(later, { ...options, part: { kind: 'arriving', cut } });
  platform = await openPlatform({ ...readConfiguration({}), RIKUY_DATA_DIR: folder });
  load = await ingestRecords(customs, openFile(history), platform.stores, {
    recordType: customs.decides,
    clock: systemClock,
    rejectFolder: folder,
  });
  manifest = await trainModel(customs, platform.stores, systemClock, {
    seed: 3,
    threads: 2,
    by: 'test',
    codeVersion: 'test',
  });
  await platform.stores.modelStore.promote(customs.id, manifest.version);
  arriving = await readEvents(later);
});

afterAll(async () => {
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

describe('customs, from file to verdict', () => {
  it('accounts for every row of the file', () => {
    expect(load.read).toBe(load.accepted + load.rejected + load.duplicates);
    expect(load.accepted).toBeGreaterThan(8_000);
    expect(load.duplicates).toBeGreaterThan(0);
  });

  it('trains a model that is better than chance and not too good to be true', () => {
    const chosen = manifest.evaluations.find(({ model }) => model === manifest.chosen)!;
    expect(chosen.rocAuc.low).toBeGreaterThan(0.65);
    expect(chosen.rocAuc.value).toBeLessThan(0.97);
    expect(manifest.leakage).toEqual([]);
  });

  it('decides events durably, with reasons that add up to the score', async () => {
    const { live, score } = await service();
    const decisions = (await Promise.all(arriving.slice(0, 200).map(event => score(event)))).map(
      ({ decision }) => decision,
    );
    expect(await countDecisions()).toBe(200);
    const worked = decisions.filter(({ outcome }) => outcome !== customs.policy.outcomes[0].code);
    expect(worked.length).toBeGreaterThan(0);
    for (const { reasons } of worked) expect(reasons.every(({ text }) => text.es !== '' && text.en !== '')).toBe(true);
    const { decision, explanation } = previewEvent(live, arriving[300].values);
    const sum = explanation.parts.reduce((total, { contribution }) => total + contribution, explanation.base);
    const probability = explanation.scale === 'log-odds' ? 1 / (1 + Math.exp(-sum)) : sum;
    expect(probability).toBeCloseTo(decision.score, 6);
  });

  it('gives a repeated event its first answer, also when both come at once', async () => {
    const { score } = await service();
    const [first, second] = await Promise.all([score(arriving[200]), score(arriving[200])]);
    const third = await score(arriving[200]);
    expect([first.repeated, second.repeated, third.repeated]).toEqual([false, true, true]);
    expect(new Set([first, second, third].map(({ decision }) => decision.id)).size).toBe(1);
    expect(await countDecisions()).toBe(201);
  });

  it('refuses another content under a known event id', async () => {
    const { score } = await service();
    const changed = { ...arriving[200], values: { ...arriving[200].values, quantity_items: 999_999 } };
    await expect(score(changed)).rejects.toMatchObject({ code: 'event-conflict' });
  });

  it('lets a verdict become a label that the next vector knows', async () => {
    const { live, score } = await service();
    const [item] = (await platform.stores.caseStore.queue({ useCase: customs.id, limit: 1 })).items;
    const entry = (await platform.stores.eventLog.find(customs.id, item.eventId))!;
    // A later declaration of the same importer, so that its day lies after the one that was verified.
    const next = { ...arriving[350].values, importer_ruc: entry.values.importer_ruc };
    const before = previewEvent(live, next).decision.vector.importer_risk_score;
    const finding = {
      revision: item.revision,
      label: 1,
      correctedValue: null,
      recovered: { amount: 1200, currency: 'PEN' },
      note: '',
    } as const;
    const closed = await giveVerdict(live, platform.stores, item.caseId, { finding, by: officer });
    expect(closed).toMatchObject({ status: 'closed', verdicts: [{ label: 1, verifiedBy: 'oficial' }] });
    expect(previewEvent(live, next).decision.vector.importer_risk_score).toBeGreaterThan(Number(before));
    await expect(giveVerdict(live, platform.stores, item.caseId, { finding, by: officer })).rejects.toMatchObject({
      code: 'case-conflict',
    });
    await score(arriving[301]);
  });

  it('rebuilds every logged vector from history, bit for bit', async () => {
    const report = await checkParity(customs, platform.stores.eventLog, platform.stores.decisionLog);
    expect(report).toMatchObject({ decisions: 202, differences: 0 });
    expect(report.values).toBeGreaterThan(202 * 20);
  });

  it('opens again with the same state and goes on', async () => {
    const before = previewEvent((await service()).live, arriving[302].values).decision.vector;
    await platform.close();
    platform = await openPlatform({ ...readConfiguration({}), RIKUY_DATA_DIR: folder });
    expect(previewEvent((await service()).live, arriving[302].values).decision.vector).toEqual(before);
  });

  it('makes the model again with the same bits, on one thread instead of two', async () => {
    const again = await reproduceModel(customs, platform.stores, manifest.version, { threads: 1 });
    expect(again.files.filter(({ registered, reproduced }) => registered !== reproduced)).toEqual([]);
    expect(again.identical).toBe(true);
  });
});

async function readEvents(file: string): Promise<EventToScore[]> {
  const events: EventToScore[] = [];
  for await (const { rows } of openFile(file).rows({ skip: 0, batch: 1000 })) {
    for (const { values } of rows) {
      const parsed = parseRecord(customs, customs.decides, values);
      if (parsed.kind === 'accepted') events.push({ values: parsed.values, hidden: parsed.hidden });
    }
  }
  const seen = new Set<string>();
  const idOf = ({ values }: EventToScore): string =>
    customs.records[customs.decides].identity.map(name => values[name]).join('/');
  return events.filter(event => !seen.has(idOf(event)) && seen.add(idOf(event)));
}

async function countDecisions(): Promise<number> {
  const all: Decision[] = [];
  for await (const batch of platform.stores.decisionLog.read({ useCase: customs.id })) all.push(...batch);
  return all.length;
}
