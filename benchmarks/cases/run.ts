// Every registered use case on fresh generated data: how well its pipeline, a logistic baseline and its rules alone find
// fraud, per planted pattern, and that nothing is left of it once labels are shuffled.
// npm run bench cases -- --seed 7 --case ecommerce --rows 40000
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Evaluation, type Figure, type ModelManifest, RikuyError } from '@rikuy/contracts';
import {
  createMemoryStores,
  type Generator,
  ingestRecords,
  type Stores,
  systemClock,
  trainModel,
  type UseCase,
} from '@rikuy/engine';
import { seeded, shuffle } from '@rikuy/learn';
import { generatorOf, openFile, useCases } from '@rikuy/runtime';
import { type Check, finish, printTable } from '../report.ts';
import { withBaselines } from './baselines.ts';

interface Options {
  readonly seed: number;
  readonly rows: number;
}

/** Share inspected at which patterns are judged. */
const inspected = 0.05;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      rows: { type: 'string', default: '40000' },
      case: { type: 'string', multiple: true },
    },
  });
  const options = { seed: Number(values.seed), rows: Number(values.rows) };
  const checks: Check[] = [];
  for (const useCase of useCases) {
    if (values.case && !values.case.includes(useCase.id)) continue;
    const generator = generatorIfAny(useCase);
    if (generator) checks.push(...(await judge(withBaselines(useCase), generator, options)));
    else console.log(`skipped: ${useCase.id} has no generator.`);
  }
  finish('cases', checks);
}

function generatorIfAny({ id }: UseCase): Generator | null {
  try {
    return generatorOf(id);
  } catch (cause) {
    if (cause instanceof RikuyError && cause.code === 'not-found') return null;
    throw cause;
  }
}

async function judge(useCase: UseCase, generator: Generator, options: Options): Promise<Check[]> {
  console.log(`\n${useCase.id}: ${options.rows} rows, seed ${options.seed}`);
  const stores = await loaded(useCase, generator, options);
  const manifest = await trained(useCase, stores, options);
  printFigures(useCase, manifest);
  printPatterns(manifest);
  const shuffled = await trained(useCase, await withShuffledLabels(stores, useCase, options), options);
  console.log('with labels shuffled:');
  printFigures(useCase, shuffled);
  return [...detectionChecks(useCase, manifest), ...chanceChecks(useCase, shuffled)];
}

/** Generated files, read like any other. */
async function loaded(useCase: UseCase, generator: Generator, { seed, rows }: Options): Promise<Stores> {
  const folder = await mkdtemp(join(tmpdir(), 'rikuy-cases-'));
  const stores = createMemoryStores();
  try {
    const path = join(folder, `${useCase.id}.csv`);
    const { others = [] } = await generator.write(path, { seed, rows, from: '2024-02-01', until: '2026-02-01' });
    for (const file of [...others, { recordType: useCase.decides, path }]) {
      const { accepted, rejected, duplicates } = await ingestRecords(useCase, openFile(file.path), stores, {
        recordType: file.recordType,
        clock: systemClock,
        rejectFolder: folder,
      });
      console.log(`${file.recordType}: ${accepted} accepted, ${rejected} rejected, ${duplicates} duplicates`);
    }
    return stores;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function trained(useCase: UseCase, stores: Stores, { seed }: Options): Promise<ModelManifest> {
  return trainModel(useCase, stores, systemClock, { seed, threads: 2, by: 'bench', codeVersion: 'bench' });
}

/** The same log, in which every label tells the truth about another event. */
async function withShuffledLabels({ eventLog }: Stores, { id }: UseCase, { seed }: Options): Promise<Stores> {
  const entries = (await Array.fromAsync(eventLog.read({ useCase: id }))).flat();
  const labels = entries.filter(({ kind }) => kind === 'label').map(({ values }) => values);
  const order = shuffle(Uint32Array.from(labels.keys()), seeded(seed).fork('labels'));
  let next = 0;
  const shuffled = entries.map(stored => {
    const { sequence: _, ...entry } = stored;
    return entry.kind === 'label' ? { ...entry, values: labels[order[next++]] } : entry;
  });
  const stores = createMemoryStores();
  await stores.eventLog.append(shuffled);
  return stores;
}

function printFigures({ label }: UseCase, { evaluations, chosen, capacityShare, split }: ModelManifest): void {
  const { validationRows, validationPositives } = split;
  console.log(
    `judged on ${validationRows} rows, ${validationPositives} positive; capacity ${(100 * capacityShare).toFixed(1)} %`,
  );
  printTable(
    evaluations.map(evaluation => {
      const { rocAuc, averagePrecision, bestF1, cost, atCapacity } = evaluation;
      return {
        model: `${evaluation.model}${evaluation.model === chosen ? ' *' : ''}`,
        AUC: inWords(rocAuc),
        AP: inWords(averagePrecision),
        F1: bestF1?.f1.toFixed(3) ?? '',
        'precision at capacity': atCapacity ? inWords(atCapacity.figures.precision) : '',
        'recall at capacity': atCapacity ? inWords(atCapacity.figures.recall) : '',
        'value share': atCapacity ? inWords(atCapacity.figures.revenueShare) : '',
        [`cost per event, ${label.currency}`]: cost ? `${inWords(cost.perEvent)} of ${cost.ofNothing.toFixed(2)}` : '',
      };
    }),
  );
}

function printPatterns({ evaluations, chosen }: ModelManifest): void {
  const compared = evaluations.filter(({ model, isBaseline }) => model === chosen || isBaseline);
  const patterns = patternsOf(compared[0]);
  printTable(
    patterns.map(({ pattern, rows }) => ({
      pattern,
      rows,
      [`recall at capacity, ${chosen}`]: atCapacityOf(compared[0], pattern),
      ...Object.fromEntries(
        compared.map(evaluation => [`recall at 5 %, ${evaluation.model}`, inWords(recallOf(evaluation, pattern))]),
      ),
    })),
  );
}

function patternsOf({ patterns }: Evaluation) {
  return patterns.map(({ pattern, rows }) => ({ pattern, rows }));
}

function atCapacityOf({ atCapacity }: Evaluation, wanted: string): string {
  const found = atCapacity?.patterns.find(({ pattern }) => pattern === wanted);
  return found ? inWords(found.recall) : '';
}

function recallOf({ patterns }: Evaluation, wanted: string): Figure {
  const found = patterns.find(({ pattern }) => pattern === wanted);
  return found!.recall.find(({ share }) => share === inspected)!.recall;
}

/** What the chosen pipeline must find; a pattern found no better than chance is a defect. */
function detectionChecks({ id, patterns, policy }: UseCase, { evaluations, chosen }: ModelManifest): Check[] {
  const pipeline = evaluations.find(({ model }) => model === chosen)!;
  const recalls = pipeline.patterns.map(({ pattern }) => recallOf(pipeline, pattern).value);
  return [
    { name: `${id}: AUC`, value: pipeline.rocAuc.value, bar: { atLeast: 0.75 } },
    {
      name: `${id}: planted patterns seen`,
      value: recalls.length,
      bar: { atLeast: Object.keys(patterns).length },
    },
    {
      name: `${id}: recall of the weakest pattern at 5 %, times chance`,
      value: Math.min(...recalls) / inspected,
      bar: { atLeast: 3 },
    },
    ...(policy.kind === 'quotas' ? [valueCheck(id, pipeline)] : []),
  ];
}

/** Where people's days are scarce, what the first of them bring in. */
function valueCheck(id: string, { atShares }: Evaluation): Check {
  const { revenueShare } = atShares.find(({ share }) => share === inspected)!;
  return {
    name: `${id}: money found at 5 %, times chance`,
    value: revenueShare.value / inspected,
    bar: { atLeast: 5 },
  };
}

/** Without the truth in the labels nothing can be learned, by any model. */
function chanceChecks({ id }: UseCase, { evaluations, split }: ModelManifest): Check[] {
  const base = split.validationPositives / split.validationRows;
  const farthest = Math.max(...evaluations.map(({ rocAuc }) => Math.abs(rocAuc.value - 0.5)));
  const best = Math.max(...evaluations.map(({ averagePrecision }) => averagePrecision.value / base));
  return [
    { name: `${id}: labels shuffled, AUC from a half`, value: farthest, bar: { atMost: 0.06 } },
    { name: `${id}: labels shuffled, AP times the share of positives`, value: best, bar: { atMost: 1.6 } },
  ];
}

function inWords({ value, low, high }: Figure): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}–${high.toFixed(3)}]`;
}
