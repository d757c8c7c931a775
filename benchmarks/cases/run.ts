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
  dayOf,
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
import { isCompared, withBaselines } from './baselines.ts';
import { type PatternBar, patternBarOf } from './pattern-bars.ts';

interface Options {
  readonly seed: number;
  readonly rows: number;
}

/** The day after the last one generated. */
const until = '2026-02-01';
/** Two years, where the generator of a case asks for no more. */
const usualDaysOfHistory = 731;
const msPerDay = 86_400_000;
/** Share inspected at which the money found is judged. */
const inspectedForMoney = 0.05;

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
  for (const useCase of chosenCases(values.case)) {
    const generator = generatorIfAny(useCase);
    if (generator) checks.push(...(await judge(useCase, generator, options)));
    else console.log(`skipped: ${useCase.id} has no generator.`);
  }
  finish('cases', checks);
}

function chosenCases(wanted: readonly string[] | undefined): readonly UseCase[] {
  const known = useCases.map(({ id }) => id);
  const unknown = wanted?.find(id => !known.includes(id));
  if (unknown) throw new RikuyError('not-found', `\`--case\` must be one of ${known.join(', ')}; got \`${unknown}\`.`);
  return useCases.filter(({ id }) => !wanted || wanted.includes(id));
}

function generatorIfAny({ id }: UseCase): Generator | null {
  try {
    return generatorOf(id);
  } catch (cause) {
    if (cause instanceof RikuyError && cause.code === 'not-found') return null;
    throw cause;
  }
}

async function judge(declared: UseCase, generator: Generator, options: Options): Promise<Check[]> {
  const bar = patternBarOf(declared.id);
  const useCase = withBaselines(declared, [bar.inspected, inspectedForMoney]);
  console.log(`\n${useCase.id}`);
  const stores = await loaded(useCase, generator, options);
  const manifest = await trained(useCase, stores, options);
  printFigures(useCase, manifest);
  printPatterns(manifest, bar);
  const shuffled = await trained(useCase, await withShuffledLabels(stores, useCase, options), options);
  console.log('with labels shuffled:');
  printFigures(useCase, shuffled);
  return [...detectionChecks(useCase, manifest, bar), ...chanceChecks(useCase, shuffled)];
}

/** Generated files, read like any other. */
async function loaded(useCase: UseCase, generator: Generator, { seed, rows }: Options): Promise<Stores> {
  const folder = await mkdtemp(join(tmpdir(), 'rikuy-cases-'));
  const stores = createMemoryStores();
  try {
    const path = join(folder, `${useCase.id}.csv`);
    const from = firstDay(generator);
    console.log(`${rows} rows from ${from} to ${until}, seed ${seed}`);
    const { others = [] } = await generator.write(path, { seed, rows, from, until });
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

function firstDay({ historyDays = usualDaysOfHistory }: Generator): string {
  return dayOf(Date.parse(`${until}T05:00:00Z`) - historyDays * msPerDay);
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
        ...(atCapacity && {
          'precision at capacity': inWords(atCapacity.figures.precision),
          'recall at capacity': inWords(atCapacity.figures.recall),
          'value share': inWords(atCapacity.figures.revenueShare),
        }),
        ...(cost && {
          [`cost per event, ${label.currency}`]: `${inWords(cost.perEvent)} of ${cost.ofNothing.toFixed(2)}`,
        }),
      };
    }),
  );
}

function printPatterns({ evaluations, chosen }: ModelManifest, { inspected, reason, sound = {} }: PatternBar): void {
  const pipeline = evaluations.find(({ model }) => model === chosen)!;
  const compared = [pipeline, ...evaluations.filter(one => one !== pipeline && isCompared(one))];
  printTable(
    pipeline.patterns.map(({ pattern, rows }) => ({
      pattern: pattern in sound ? `${pattern} (sound)` : pattern,
      rows,
      [`recall at capacity, ${chosen}`]: atCapacityOf(pipeline, pattern),
      ...Object.fromEntries(
        compared.map(one => [`at ${100 * inspected} %, ${one.model}`, inWords(recallOf(one, pattern, inspected))]),
      ),
    })),
  );
  if (reason) console.log(`judged at ${100 * inspected} % because ${reason}.`);
  for (const [pattern, why] of Object.entries(sound)) console.log(`${pattern} is sound: ${why}.`);
}

function atCapacityOf({ atCapacity }: Evaluation, wanted: string): string {
  const found = atCapacity?.patterns.find(({ pattern }) => pattern === wanted);
  return found ? inWords(found.recall) : '';
}

function recallOf({ patterns }: Evaluation, wanted: string, inspected: number): Figure {
  const found = patterns.find(({ pattern }) => pattern === wanted);
  return found!.recall.find(({ share }) => share === inspected)!.recall;
}

/** What the chosen pipeline must find; a risky pattern found no better than chance is a defect. */
function detectionChecks({ id, patterns, policy }: UseCase, manifest: ModelManifest, bar: PatternBar): Check[] {
  const pipeline = manifest.evaluations.find(({ model }) => model === manifest.chosen)!;
  return [
    { name: `${id}: AUC`, value: pipeline.rocAuc.value, bar: { atLeast: 0.75 } },
    {
      name: `${id}: planted patterns seen`,
      value: pipeline.patterns.length,
      bar: { atLeast: Object.keys(patterns).length },
    },
    ...patternChecks(id, pipeline, bar),
    ...(policy.kind === 'quotas' ? [moneyCheck(id, pipeline)] : []),
  ];
}

/** The weakest risky pattern is found; the sound ones are not picked out. */
function patternChecks(id: string, pipeline: Evaluation, { inspected, timesChance, sound = {} }: PatternBar): Check[] {
  const times = (pattern: string): number => recallOf(pipeline, pattern, inspected).value / inspected;
  const seen = pipeline.patterns.map(({ pattern }) => pattern);
  const at = `at ${100 * inspected} %, times chance`;
  return [
    {
      name: `${id}: recall of the weakest pattern ${at}`,
      value: Math.min(...seen.filter(pattern => !(pattern in sound)).map(times)),
      bar: { atLeast: timesChance },
    },
    ...seen
      .filter(pattern => pattern in sound)
      .map(pattern => ({ name: `${id}: ${pattern} picked ${at}`, value: times(pattern), bar: { atMost: 1 } })),
  ];
}

/** Where people's days are scarce, what the first of them bring in. */
function moneyCheck(id: string, { atShares }: Evaluation): Check {
  const { revenueShare } = atShares.find(({ share }) => share === inspectedForMoney)!;
  return {
    name: `${id}: money found at ${100 * inspectedForMoney} %, times chance`,
    value: revenueShare.value / inspectedForMoney,
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
