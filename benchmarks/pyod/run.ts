import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  autoencoder,
  column,
  ecod,
  isolationForest,
  numbers,
  pipeline,
  rocAuc,
  scale,
  seeded,
  table,
  type Table,
  takeRows,
} from '@rikuy/learn';
import { publicData } from '../public-data.ts';
import { type Check, finish, printTable } from '../report.ts';

interface LabelledRows {
  readonly X: Table;
  readonly y: Float64Array;
}

interface Parts {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
  readonly y: Float64Array;
}

/** One detector under the benchmark's protocol: its score of the rows held back, learned without labels. */
interface Contestant {
  readonly name: string;
  /** Its column in the published table. */
  readonly published: string;
  score(rows: { readonly train: Table; readonly test: Table; readonly split: number }): Float64Array;
}

const contestants: readonly Contestant[] = [
  {
    name: 'ECOD',
    published: 'ECOD',
    score: ({ train, test }) => {
      const prepared = scale().fit(train, new Float64Array(train.rowCount));
      const fitted = ecod().fit(prepared.transform(train), new Float64Array(train.rowCount));
      return fitted.scoreTogether(prepared.transform(test)); // rows to score count among the observed, as in PyOD
    },
  },
  {
    name: 'isolation forest',
    published: 'IForest',
    score: ({ train, test, split }) =>
      pipeline([scale(), isolationForest()])
        .fit(train, new Float64Array(train.rowCount), { random: seeded(split) })
        .anomalyScore(test),
  },
  {
    name: 'autoencoder',
    published: 'AutoEncoder',
    // The defaults, and the dropout that PyOD's autoencoder has by default.
    score: ({ train, test, split }) =>
      pipeline([scale(), autoencoder({ dropout: 0.2 })])
        .fit(train, new Float64Array(train.rowCount), { random: seeded(split) })
        .anomalyScore(test),
  },
];

/**
 * Detectors on the eight sets × ten splits of the PyOD benchmark, one configuration for all, beside its published ROC
 * AUC: standardised on the training rows, fitted without labels, measured on the rest. ECOD meets PyOD's own code, run
 * beside by the Python in `RIKUY_PYTHON` (default `python3`). `--sets a,b` takes some only.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { sets: { type: 'string' } } });
  const folder = publicData('pyod');
  if (!folder) return console.log('skipped: pyod, its data are not there; set RIKUY_DATA.');
  const published = publishedFigures(folder);
  const sets = values.sets?.split(',') ?? [...published.keys()];
  const measured = sets.map(set => measure(folder, set));
  printTable(measured.map(({ set, auc }) => ({ set, ...besidePublished(auc, published.get(set)!) })));
  const rival = askPyod(folder, sets);
  printEcod(measured, published, rival);
  finish('pyod', [...besidePyod(measured, rival), ...checksOf(measured, published)]);
}

interface Measured {
  readonly set: string;
  /** Mean over the splits, by contestant. */
  readonly auc: ReadonlyMap<string, number>;
  /** ECOD's mean as the published table takes it. */
  readonly roundedEcod: number;
}

type Published = ReadonlyMap<string, Readonly<Record<string, number>>>;

function measure(folder: string, set: string): Measured {
  const rows = readRows(join(folder, 'csv', `${set}.csv`));
  const splits = (
    JSON.parse(readFileSync(join(folder, 'test_indices_10_splits.json'), 'utf8')) as Record<string, number[][]>
  )[set];
  const bySplit = new Map(
    contestants.map(contestant => [contestant.name, splits.map((test, k) => aucOn(contestant, rows, { test, k }))]),
  );
  const auc = new Map([...bySplit].map(([name, values]) => [name, mean(values)]));
  return { set, auc, roundedEcod: tableMean(bySplit.get('ECOD')!) };
}

/**
 * How the published table came about: PyOD's `notebooks/benchmark.py` rounds the AUC of each split to four digits, then
 * takes the mean of ten. Its figures have five decimals because of that, and lie up to 5e-5 from the mean itself.
 */
function tableMean(values: readonly number[]): number {
  return mean(values.map(value => Number(value.toFixed(4))));
}

function aucOn(contestant: Contestant, { X, y }: LabelledRows, { test, k }: { test: number[]; k: number }): number {
  const parts = partsOf(y, test);
  const score = contestant.score({ train: takeRows(X, parts.train), test: takeRows(X, parts.test), split: k });
  return rocAuc({ y: parts.y, score });
}

function partsOf(y: Float64Array, test: readonly number[]): Parts {
  const heldBack = new Set(test);
  const train = Uint32Array.from([...y.keys()].filter(row => !heldBack.has(row)));
  return { train, test: Uint32Array.from(test), y: Float64Array.from(test, row => y[row]) };
}

function besidePublished(
  auc: ReadonlyMap<string, number>,
  published: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    contestants.flatMap(({ name, published: column }) => [
      [name, auc.get(name)!],
      [`${column} published`, published[column]],
    ]),
  );
}

type Rival = Readonly<Record<string, number>>;

/** What the table says of ECOD, and what its arithmetic makes of ours: for reading, not for judging. */
function printEcod(measured: readonly Measured[], published: Published, rival: Rival | null): void {
  console.log('\nECOD beside PyOD, and by the arithmetic of the table: splits rounded to four digits, then the mean');
  printTable(
    measured.map(({ set, auc, roundedEcod }) => ({
      set,
      'less PyOD': rival ? auc.get('ECOD')! - rival[set] : 'not asked',
      published: published.get(set)!.ECOD.toFixed(5),
      'ours, as published': roundedEcod.toFixed(5),
      'ours, mean of splits': auc.get('ECOD')!.toFixed(7),
    })),
  );
}

/** Both compute the same numbers. */
function besidePyod(measured: readonly Measured[], rival: Rival | null): Check[] {
  if (!rival) return [];
  const distances = measured.map(({ set, auc }) => Math.abs(auc.get('ECOD')! - rival[set]));
  return [{ name: 'ECOD, largest distance from PyOD', value: Math.max(...distances), bar: { atMost: 1e-9 } }];
}

function askPyod(folder: string, sets: readonly string[]): Rival | null {
  const script = join(import.meta.dirname, 'rival.py');
  const { status, stdout } = spawnSync(process.env.RIKUY_PYTHON ?? 'python3', [script, folder, ...sets], {
    encoding: 'utf8',
  });
  if (status === 0) return JSON.parse(stdout) as Rival;
  console.log('PyOD itself was not asked: set RIKUY_PYTHON to a Python that has pyod, pandas and scikit-learn.');
  return null;
}

/** The forest, which draws, within .03 on each set and no more than .005 below in the mean; the autoencoder's mean at least the published. */
function checksOf(measured: readonly Measured[], published: Published): Check[] {
  const distances = (name: string, column: string): number[] =>
    measured.map(({ set, auc }) => auc.get(name)! - published.get(set)![column]);
  return [
    {
      name: 'isolation forest, largest distance from the published',
      value: Math.max(...distances('isolation forest', 'IForest').map(Math.abs)),
      bar: { atMost: 0.03 },
    },
    {
      name: 'isolation forest, mean distance from the published',
      value: mean(distances('isolation forest', 'IForest')),
      bar: { atLeast: -0.005 },
    },
    {
      name: 'autoencoder, mean distance from the published',
      value: mean(distances('autoencoder', 'AutoEncoder')),
      bar: { atLeast: 0 },
    },
  ];
}

function publishedFigures(folder: string): Published {
  const [header, ...rows] = cells(join(folder, 'published_roc.csv'));
  return new Map(
    rows.map(([set, ...figures]) => [
      set,
      Object.fromEntries(figures.map((figure, k) => [header[k + 1], Number(figure)])),
    ]),
  );
}

function readRows(file: string): LabelledRows {
  const [header, ...rows] = cells(file);
  const all = table(Object.fromEntries(header.map((name, j) => [name, numbers(rows.map(row => Number(row[j])))])));
  const { y } = Object.fromEntries(all.columns);
  const inputs = header.filter(name => name !== 'y').map(name => [name, column(all, name)] as const);
  return { X: table(new Map(inputs)), y: Float64Array.from((y as ReturnType<typeof numbers>).values) };
}

/** The sets hold no quotes. */
function cells(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
