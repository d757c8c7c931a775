import { createHash } from 'node:crypto';
import type { ModelManifest } from '@rikuy/contracts';
import { PROTOCOL, type Progress } from '@rikuy/learn';
import type { Clock } from '../ports/clock.ts';
import type { Stores } from '../ports/stores.ts';
import { capacityShare, laneThresholds, type RecentEvents, toManifest } from '../stages/decisions/lane-thresholds.ts';
import { type ReplayedDataset, replayDataset } from '../stages/features/replay-dataset.ts';
import { hashesOf, modelFiles } from '../stages/registry/bundle.ts';
import { scoreRows, type TrainedModel, train } from '../stages/training/train.ts';
import type { UseCase } from '../use-case/use-case.ts';

export interface TrainModelOptions {
  readonly seed: number;
  readonly threads?: number;
  readonly by: string;
  readonly codeVersion: string;
  /** Train on the log up to this entry; absent means all. */
  readonly toSequence?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** How much of the newest history sets the thresholds of the lanes. */
const recentDays = 60;
const msPerDay = 86_400_000;

/** Replays the log through the features, fits and judges the plan's candidates, and registers the chosen one. */
export async function trainModel(
  useCase: UseCase,
  { eventLog, modelStore, auditTrail }: Pick<Stores, 'eventLog' | 'modelStore' | 'auditTrail'>,
  clock: Clock,
  options: TrainModelOptions,
): Promise<ModelManifest> {
  const started = performance.now();
  const { manifest, files } = await fitFromLog(useCase, eventLog, options);
  const createdAt = new Date(clock.now()).toISOString();
  const complete: ModelManifest = {
    ...manifest,
    version: versionOf(createdAt, manifest.files),
    createdAt,
    createdBy: options.by,
    trainSeconds: (performance.now() - started) / 1000,
  };
  // First the trail: an entry about a model that was never stored is harmless, a model without an entry is not.
  await auditTrail.append({
    at: clock.now(),
    actor: options.by,
    action: 'model.registered',
    useCase: useCase.id,
    subject: complete.version,
    detail: { seed: options.seed, dataset: complete.dataset.sha256 },
  });
  await modelStore.register({ manifest: complete, files });
  return complete;
}

type FittedFromLog = {
  readonly manifest: Omit<ModelManifest, 'version' | 'createdAt' | 'createdBy' | 'trainSeconds'>;
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** What training makes of a range of the log; depends on nothing but the log, the seed and the code. */
export async function fitFromLog(
  useCase: UseCase,
  eventLog: Stores['eventLog'],
  options: Pick<TrainModelOptions, 'seed' | 'threads' | 'toSequence' | 'onProgress' | 'codeVersion'>,
): Promise<FittedFromLog> {
  const data = await replayDataset(useCase, eventLog, options);
  const model = train(useCase, data, options);
  const files = modelFiles(model);
  const { split } = model;
  const recent = recentEvents(data, model);
  return {
    files,
    manifest: {
      protocol: PROTOCOL,
      useCase: useCase.id,
      name: `${useCase.id}/${model.chosen}`,
      stage: 'candidate',
      seed: options.seed,
      codeVersion: options.codeVersion,
      nodeVersion: process.version,
      dataset: data.extent,
      split: {
        cut: new Date(split.cut).toISOString(),
        delayDays: useCase.training.delayDays,
        trainRows: split.train.length,
        trainPositives: positivesOf(data, split.train),
        validationRows: split.validation.length,
        validationPositives: positivesOf(data, split.validation),
      },
      features: [...model.features],
      featuresSha256: createHash('sha256').update(JSON.stringify(useCase.features)).digest('hex'),
      plan: JSON.parse(JSON.stringify(useCase.training)) as ModelManifest['plan'],
      chosen: model.chosen,
      evaluations: [...model.evaluations],
      importance: [...model.importance],
      leakage: [...model.leakage],
      thresholds: toManifest(laneThresholds(useCase.policy, recent)),
      capacityShare: capacityShare(useCase.policy, recent),
      files: hashesOf(files),
    },
  };
}

/** What the newest events, labelled or not, would have scored: the volumes and values that thresholds are set by. */
function recentEvents(data: ReplayedDataset, model: TrainedModel): RecentEvents {
  const newest = data.eventTimes.reduce((last, time) => Math.max(last, time), -Infinity);
  const rows = Int32Array.from(data.eventTimes.keys()).filter(
    row => data.eventTimes[row] > newest - recentDays * msPerDay,
  );
  return {
    offices: Array.from(rows, row => data.offices[row]),
    expectedValues: scoreRows(model, data.takeRows(rows)).expectedValue,
    eventTimes: Float64Array.from(rows, row => data.eventTimes[row]),
  };
}

function positivesOf({ labels }: ReplayedDataset, rows: Int32Array): number {
  return rows.reduce((sum, row) => sum + labels[row], 0);
}

/** Sorts by time, and tells two models of one second apart by what they hold. */
function versionOf(createdAt: string, hashes: Readonly<Record<string, string>>): string {
  const content = createHash('sha256').update(JSON.stringify(hashes)).digest('hex').slice(0, 8);
  return `${createdAt.slice(0, 19).replaceAll(/[-:T]/g, '')}-${content}`;
}
