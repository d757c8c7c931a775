import { createHash } from 'node:crypto';
import type { ModelManifest } from '@rikuy/contracts';
import { PROTOCOL, type Progress, seeded } from '@rikuy/learn';
import type { Clock } from '../ports/clock.ts';
import type { Stores } from '../ports/stores.ts';
import { policyCosts } from '../stages/decisions/policy-costs.ts';
import { policyThresholds, workedShare } from '../stages/decisions/fit-policy.ts';
import type { RecentEvents } from '../stages/decisions/lane-thresholds.ts';
import { type ReplayedDataset, replayDataset } from '../stages/features/replay-dataset.ts';
import { hashesOf, modelFiles } from '../stages/registry/bundle.ts';
import { evaluateAt } from '../stages/training/evaluate.ts';
import { splitByTime } from '../stages/training/split-by-time.ts';
import { scoreRows, type TrainedModel, train } from '../stages/training/train.ts';
import type { UseCase } from '../use-case/use-case.ts';
import { assessFairness } from './assess-fairness.ts';
import { prepareDataset } from './prepare-dataset.ts';
import { rulesAlone } from './rules-alone.ts';

export interface TrainModelOptions {
  readonly seed: number;
  readonly threads?: number;
  readonly by: string;
  readonly codeVersion: string;
  /** Train on the log up to this entry; absent means all. */
  readonly toSequence?: number;
  /** Why data that fail their quality checks are used all the same; absent means that they are not. */
  readonly acceptQuality?: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** How much of the newest history sets the thresholds of the lanes. */
const recentDays = 60;
const msPerDay = 86_400_000;

/**
 * Keeps the log as a dataset version and checks its quality, where versions are kept; replays it through the features,
 * fits and judges the plan's candidates, and registers the chosen one.
 * @throws RikuyError `quality-failed` unless the failure is accepted with a reason
 */
export async function trainModel(
  useCase: UseCase,
  { eventLog, modelStore, auditTrail, datasets }: Pick<Stores, 'eventLog' | 'modelStore' | 'auditTrail' | 'datasets'>,
  clock: Clock,
  options: TrainModelOptions,
): Promise<ModelManifest> {
  const started = performance.now();
  const prepared = datasets && (await prepareDataset(useCase, { eventLog, datasets }, { ...options, clock }));
  const { manifest, files } = await fitFromLog(useCase, eventLog, { ...options, ...prepared?.range });
  const createdAt = new Date(clock.now()).toISOString();
  const complete: ModelManifest = {
    ...manifest,
    dataset: { ...manifest.dataset, ...prepared?.named },
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
  const split = splitByTime(data, useCase.training);
  const { policy } = useCase;
  const model = await train(useCase, data, {
    ...options,
    split,
    costs: policyCosts(policy, useCase.label.currency) ?? undefined,
    rulesAlone: (await rulesAlone(useCase, eventLog, data, split.validation)) ?? undefined,
  });
  const files = modelFiles(model);
  const recent = recentEvents(data, model);
  const thresholds = policyThresholds(policy, { recent, validation: model.judged.get(model.chosen)! });
  const capacityShare = workedShare(policy, recent, thresholds);
  const random = seeded(options.seed).fork('fairness');
  const fairness = await assessFairness(useCase, eventLog, { data, split, model, thresholds, random });
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
      evaluations: atCapacity(model, capacityShare, options.seed),
      importance: [...model.importance],
      leakage: [...model.leakage],
      thresholds,
      capacityShare,
      files: hashesOf(files),
      titles: titlesOf(useCase),
      searches: [...model.searches],
      policy: { kind: policy.kind, version: policy.version },
      ...(useCase.card && { card: useCase.card }),
      ...(fairness.length > 0 && { fairness }),
    },
  };
}

/** What the newest events, labelled or not, would have scored: the volumes and values that thresholds are set by. */
function recentEvents(data: ReplayedDataset, model: TrainedModel): RecentEvents {
  const newest = data.eventTimes.reduce((last, time) => Math.max(last, time), -Infinity);
  const rows = Int32Array.from(data.eventTimes.keys()).filter(
    row => data.eventTimes[row] > newest - recentDays * msPerDay,
  );
  const { score, amountAtStake, expectedValue } = scoreRows(model, data.takeRows(rows));
  return {
    offices: Array.from(rows, row => data.offices[row]),
    scores: score,
    amountsAtStake: amountAtStake,
    expectedValues: expectedValue,
    eventTimes: Float64Array.from(rows, row => data.eventTimes[row]),
  };
}

/** The evaluations with what is found at the share that people can work. */
function atCapacity({ evaluations, judged }: TrainedModel, share: number, seed: number): ModelManifest['evaluations'] {
  if (!(share > 0 && share < 1)) return [...evaluations];
  return evaluations.map(evaluation => ({
    ...evaluation,
    atCapacity: evaluateAt(share, judged.get(evaluation.model)!, { random: seeded(seed).fork('capacity') }),
  }));
}

function titlesOf({ training }: UseCase): ModelManifest['titles'] {
  const named = [...training.candidates, ...(training.baselines ?? [])];
  return Object.fromEntries(named.map(({ name, title }) => [name, title]));
}

function positivesOf({ labels }: ReplayedDataset, rows: Int32Array): number {
  return rows.reduce((sum, row) => sum + labels[row], 0);
}

/** Sorts by time, and tells two models of one second apart by what they hold. */
function versionOf(createdAt: string, hashes: Readonly<Record<string, string>>): string {
  const content = createHash('sha256').update(JSON.stringify(hashes)).digest('hex').slice(0, 8);
  return `${createdAt.slice(0, 19).replaceAll(/[-:T]/g, '')}-${content}`;
}
