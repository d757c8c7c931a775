import { parseArgs } from 'node:util';
import {
  autoencoder,
  denseNetworkClassifier,
  type Estimator,
  type FittedNetwork,
  numbers,
  seeded,
  sequenceNetwork,
  table,
  type Table,
} from '@rikuy/learn';
import { type Check, finish, median, printTable } from '../report.ts';
import { type Backend, type NetworkKind, STEPS, type Trained, trainTensorflow } from './rival.ts';

const WIDTH = 30;
const BATCH = 256;

interface Contest {
  readonly kind: NetworkKind;
  readonly title: string;
  readonly ours: Estimator<FittedNetwork>;
  /** Passes over the rows; TensorFlow.js is slower and gets fewer, and of its rows a share. */
  readonly epochs: { readonly ours: number; readonly theirs: number };
  readonly share: number;
  /** TensorFlow.js has no gradient of convolutions on WASM. */
  readonly backends: readonly Backend[];
}

const training = (epochs: number) => ({ epochs, batchSize: BATCH });
const channels = Object.fromEntries(
  Array.from({ length: WIDTH / STEPS }, (_, c) => [
    `channel${c}`,
    Array.from({ length: STEPS }, (_, step) => `x${step * (WIDTH / STEPS) + c}`),
  ]),
);

const contests: readonly Contest[] = [
  {
    kind: 'autoencoder',
    title: 'autoencoder 30-16-8-16-30',
    ours: autoencoder({ encoder: [16, 8], ...training(20) }),
    epochs: { ours: 20, theirs: 6 },
    share: 1,
    backends: ['cpu', 'wasm'],
  },
  {
    kind: 'dense',
    title: 'dense 30-64-32-1',
    ours: denseNetworkClassifier(training(20)),
    epochs: { ours: 20, theirs: 6 },
    share: 1,
    backends: ['cpu', 'wasm'],
  },
  {
    kind: 'convolution',
    title: 'CNN 10 × 3: 32, 32, max, 32, 1',
    ours: sequenceNetwork({ sequences: channels, ...training(5) }),
    epochs: { ours: 5, theirs: 1 },
    share: 0.02,
    backends: ['cpu'],
  },
];

/** One contestant's samples a second and loss, in one round. */
interface Run extends Trained {
  readonly speed: number;
}

interface Round {
  readonly ours: Run;
  readonly theirs: ReadonlyMap<Backend, Run>;
}

/**
 * Training of three networks (ReLU, Adam, batches of 256) beside TensorFlow.js, its CPU and its WASM backend, one thread
 * each, in turns. Ours is the whole `fit`: reading the table, and an autoencoder's threshold, too.
 * Arguments: `--rows N` (default 20000), `--repetitions N` (default 3).
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: 'string', default: '20000' }, repetitions: { type: 'string', default: '3' } },
  });
  const rows = labelledRows(Number(values.rows));
  const judged: { contest: Contest; rounds: Round[] }[] = [];
  for (const contest of contests) {
    const rounds: Round[] = [];
    // oxlint-disable-next-line no-await-in-loop -- contestants take turns
    for (let k = 0; k < Number(values.repetitions); k++) rounds.push(await oneRound(contest, rows, k));
    judged.push({ contest, rounds });
  }
  printTable(judged.flatMap(({ contest, rounds }) => lines(contest, rounds)));
  console.log('TensorFlow.js on WASM has no gradient of convolutions: the CNN meets its CPU backend alone.');
  finish(
    'neural',
    judged.flatMap(({ contest, rounds }) => checksOf(contest, rounds)),
  );
}

interface Rows {
  readonly columns: readonly Float64Array[];
  readonly y: Float64Array;
}

/** Both start from other random weights in each round: after few epochs the loss depends on them. */
async function oneRound(contest: Contest, rows: Rows, seed: number): Promise<Round> {
  const theirs = new Map<Backend, Run>();
  const ours = trainOurs(contest, rows, seed);
  for (const backend of contest.backends) {
    // oxlint-disable-next-line no-await-in-loop -- contestants take turns
    theirs.set(backend, await trainTheirs(contest, rows, backend));
  }
  return { ours, theirs };
}

function trainOurs({ ours, epochs }: Contest, { columns, y }: Rows, seed: number): Run {
  const X: Table = table(new Map(columns.map((values, j) => [`x${j}`, numbers(values)])));
  const start = performance.now();
  const { network } = ours.fit(X, y, { random: seeded(seed) });
  const seconds = (performance.now() - start) / 1000;
  return { seconds, loss: network.curve.training[epochs.theirs - 1], speed: (y.length * epochs.ours) / seconds };
}

async function trainTheirs({ kind, epochs, share }: Contest, { columns, y }: Rows, backend: Backend): Promise<Run> {
  const count = Math.round(y.length * share);
  const trained = await trainTensorflow(backend, {
    kind,
    values: Float32Array.from({ length: count * WIDTH }, (_, k) => columns[k % WIDTH][Math.floor(k / WIDTH)]),
    width: WIDTH,
    labels: Float32Array.from(y.subarray(0, count)),
    epochs: epochs.theirs,
    batchSize: BATCH,
  });
  return { ...trained, speed: (count * epochs.theirs) / trained.seconds };
}

function lines(
  { title, backends, epochs, share }: Contest,
  rounds: readonly Round[],
): Record<string, string | number>[] {
  const line = (trained: string, runs: readonly Run[]): Record<string, string | number> => ({
    network: title,
    trained,
    'thousand samples/s': median(runs.map(({ speed }) => speed)) / 1000,
    loss: share === 1 ? `${median(runs.map(({ loss }) => loss)).toFixed(4)} after ${epochs.theirs} epochs` : '–',
  });
  return [
    line(
      'rikuy',
      rounds.map(({ ours }) => ours),
    ),
    ...backends.map(backend =>
      line(
        `TensorFlow.js, ${backend.toUpperCase()}`,
        rounds.map(({ theirs }) => theirs.get(backend)!),
      ),
    ),
  ];
}

function checksOf({ kind, backends, share }: Contest, rounds: readonly Round[]): Check[] {
  const speeds = backends.map(backend => ({
    name: `${kind}: samples/s beside TensorFlow.js on ${backend.toUpperCase()}`,
    value: median(rounds.map(({ ours, theirs }) => ours.speed / theirs.get(backend)!.speed)),
    bar: { atLeast: 1 },
  }));
  if (share < 1) return speeds;
  const worse = median(rounds.map(({ ours, theirs }) => ours.loss / theirs.get('cpu')!.loss));
  return [
    ...speeds,
    { name: `${kind}: loss after as many epochs, beside TensorFlow.js`, value: worse, bar: { atMost: 1.25 } },
  ];
}

/** Thirty columns made of six hidden numbers and some noise; the label is the side of a bend in the hidden ones. */
function labelledRows(rowCount: number): Rows {
  const random = seeded(1);
  const hidden = Array.from({ length: 6 }, () => Float64Array.from({ length: rowCount }, () => random.normal()));
  const columns = Array.from({ length: WIDTH }, () => {
    const mix = hidden.map(() => random.normal() / Math.sqrt(6));
    return Float64Array.from({ length: rowCount }, (_, i) =>
      mix.reduce((sum, factor, k) => sum + factor * hidden[k][i], 0.1 * random.normal()),
    );
  });
  return { columns, y: hidden[0].map((value, i) => (value * hidden[1][i] + hidden[2][i] > 0 ? 1 : 0)) };
}
