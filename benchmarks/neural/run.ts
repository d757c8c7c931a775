import { parseArgs } from 'node:util';
import { autoencoder, numbers, seeded, table, type Table } from '@rikuy/learn';
import { finish, median, printTable } from '../report.ts';
import { type Trained, trainTensorflow, type Training } from './rival.ts';

const WIDTH = 30;
const ENCODER = [16, 8];
const BATCH = 256;
/** Passes over the rows; TensorFlow.js is slower and gets fewer. */
const EPOCHS = { ours: 20, theirs: 2 };

interface Round {
  readonly ours: Trained;
  readonly cpu: Trained;
  readonly wasm: Trained;
}

/**
 * Training of a 30-16-8-16-30 autoencoder (ReLU, squared error, Adam, batches of 256) beside TensorFlow.js, its CPU and
 * its WASM backend, one thread each, in turns. Ours is the whole `fit`: reading the table and the threshold, too.
 * Arguments: `--rows N` (default 20000), `--repetitions N` (default 3).
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: 'string', default: '20000' }, repetitions: { type: 'string', default: '3' } },
  });
  const rowCount = Number(values.rows);
  const columns = correlatedColumns(rowCount);
  const rounds: Round[] = [];
  for (let k = 0; k < Number(values.repetitions); k++) {
    // oxlint-disable-next-line no-await-in-loop -- contestants take turns
    rounds.push(await oneRound(columns, rowCount));
  }
  report(rounds, rowCount);
}

async function oneRound(columns: readonly Float64Array[], rowCount: number): Promise<Round> {
  const training: Training = {
    values: Float32Array.from({ length: rowCount * WIDTH }, (_, k) => columns[k % WIDTH][Math.floor(k / WIDTH)]),
    width: WIDTH,
    units: [...ENCODER, ENCODER[0], WIDTH],
    epochs: EPOCHS.theirs,
    batchSize: BATCH,
  };
  return {
    ours: trainOurs(table(new Map(columns.map((values, j) => [`x${j}`, numbers(values)])))),
    cpu: await trainTensorflow('cpu', training),
    wasm: await trainTensorflow('wasm', training),
  };
}

function trainOurs(X: Table): Trained {
  const start = performance.now();
  const fitted = autoencoder({ encoder: ENCODER, epochs: EPOCHS.ours, batchSize: BATCH }).fit(
    X,
    new Float64Array(X.rowCount),
    { random: seeded(1) },
  );
  const seconds = (performance.now() - start) / 1000;
  return { seconds, loss: fitted.network.curve.training[EPOCHS.theirs - 1] };
}

function report(rounds: readonly Round[], rowCount: number): void {
  const speeds = (one: keyof Round): number[] => {
    const epochs = one === 'ours' ? EPOCHS.ours : EPOCHS.theirs;
    return rounds.map(round => (rowCount * epochs) / round[one].seconds);
  };
  const names = { ours: 'rikuy', cpu: 'TensorFlow.js, CPU', wasm: 'TensorFlow.js, WASM' } as const;
  const contestants = Object.keys(names) as (keyof Round)[];
  printTable(
    contestants.map(one => ({
      trained: names[one],
      'thousand samples/s': median(speeds(one)) / 1000,
      [`loss after ${EPOCHS.theirs} epochs`]: median(rounds.map(round => round[one].loss)),
    })),
  );
  const ratio = (rival: keyof Round): number => median(rounds.map((_, k) => speeds('ours')[k] / speeds(rival)[k]));
  const worse = median(rounds.map(({ ours, cpu }) => ours.loss / cpu.loss));
  finish('neural', [
    { name: 'samples/s beside TensorFlow.js on CPU', value: ratio('cpu'), bar: { atLeast: 1 } },
    { name: 'samples/s beside TensorFlow.js on WASM', value: ratio('wasm'), bar: { atLeast: 1 } },
    { name: 'loss after as many epochs, beside TensorFlow.js', value: worse, bar: { atMost: 1.25 } },
  ]);
}

/** Thirty columns made of six hidden numbers and some noise. */
function correlatedColumns(rowCount: number): Float64Array[] {
  const random = seeded(1);
  const hidden = Array.from({ length: 6 }, () => Float64Array.from({ length: rowCount }, () => random.normal()));
  return Array.from({ length: WIDTH }, () => {
    const mix = hidden.map(() => random.normal() / Math.sqrt(6));
    return Float64Array.from({ length: rowCount }, (_, i) =>
      mix.reduce((sum, factor, k) => sum + factor * hidden[k][i], 0.1 * random.normal()),
    );
  });
}
