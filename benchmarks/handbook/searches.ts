import {
  choice,
  logReal,
  real,
  type SearchProgress,
  seeded,
  type Split,
  type Table,
  takeRows,
  tpeSearch,
  whole,
} from '@rikuy/learn';
import { cardSequences } from './card-sequences.ts';
import type { Book } from './contestants.ts';
import { type BoostingChoice, boostingObjective, netObjective, sequenceObjective } from './objectives.ts';

const boostingSpace = {
  trees: whole(50, 200),
  maxDepth: whole(3, 8),
  learningRate: logReal(0.02, 0.3),
  minChildWeight: logReal(0.1, 10),
  rowSample: real(0.6, 1),
  columnSample: real(0.5, 1),
  lambda: logReal(0.1, 10),
};

const netSpace = {
  layers: choice<number[]>([[64, 32], [128, 64], [256], [256, 64], [400, 100], [128, 64, 32]]),
  dropout: real(0, 0.5),
  batchNorm: choice([true, false]),
  epochs: whole(4, 30),
  batchSize: choice([64, 128, 256, 512]),
  learningRate: logReal(2e-4, 5e-3),
  decay: choice(['none', 'linear']),
  l2: logReal(1e-7, 1e-3),
  scalePositive: logReal(1, 10),
};

const sequenceSpace = {
  steps: choice([3, 5, 7]),
  filters: choice([16, 32, 64]),
  width: choice([2, 3]),
  pooling: choice(['max', 'none']),
  layers: choice<number[]>([[32], [64], [128, 64]]),
  dropout: real(0.1, 0.4),
  epochs: whole(5, 20),
  learningRate: logReal(5e-4, 5e-3),
  decay: choice(['none', 'linear']),
  scalePositive: logReal(1, 5),
};

/** Trials of TPE, on all validation folds unless the median of the trials before gives one up. */
export const BOOSTING_TRIALS = 30;
const NETWORK_TRIALS = 50;

/** The parameters of the highest average precision on the validation folds. */
export async function searchBoosting(book: Book): Promise<BoostingChoice> {
  const { X, y, splits } = searchedRows(book, rows => takeRows(book.payments.X, rows));
  const plan = { ...common(splits), objective: boostingObjective, trials: BOOSTING_TRIALS };
  return (await tpeSearch(X, y, boostingSpace, plan)).best.params;
}

/** The searches behind `chosen`; they take longer than the benchmark itself. */
export const longSearches: Readonly<Record<string, (book: Book) => Promise<unknown>>> = {
  net: async book => {
    const { X, y, splits } = searchedRows(book, rows => takeRows(book.payments.X, rows));
    return (await tpeSearch(X, y, netSpace, { ...common(splits), objective: netObjective, trials: NETWORK_TRIALS }))
      .best;
  },
  'sequence-net': async book => {
    const { X, y, splits } = searchedRows(book, rows => cardSequences(book.payments, rows));
    const plan = { ...common(splits), objective: sequenceObjective, trials: NETWORK_TRIALS };
    return (await tpeSearch(X, y, sequenceSpace, plan)).best;
  },
};

function common(splits: readonly Split[]) {
  const onProgress = ({ done, total, best }: SearchProgress): void => {
    if (done % 5 === 0) console.log(`  ${done} of ${total} trials, best so far ${best?.toFixed(4) ?? 'none'}`);
  };
  return { splits, random: seeded(1), pruning: 'median', workers: 2, onProgress } as const;
}

/** The rows from the first to the last of the validation folds, and the folds by their places among them. */
function searchedRows({ payments, folds }: Book, tableOf: (rows: Uint32Array) => Table) {
  const firsts = folds.validation.map(({ train }) => train[0]);
  const lasts = folds.validation.map(({ validation }) => validation[validation.length - 1]);
  const [first, last] = [Math.min(...firsts), Math.max(...lasts)];
  const rows = Uint32Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const splits = folds.validation.map(({ train, validation }) => ({
    train: train.map(row => row - first),
    validation: validation.map(row => row - first),
  }));
  return { X: tableOf(rows), y: payments.y.slice(first, last + 1), splits };
}
