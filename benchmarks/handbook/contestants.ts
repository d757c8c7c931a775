import {
  autoencoder,
  type Estimator,
  type FittedClassifier,
  type FittedDetector,
  gradientBoostingClassifier,
  isolationForest,
  logisticRegression,
  numbers,
  pipeline,
  randomForestClassifier,
  type Random,
  scale,
  type Table,
  takeRows,
  withColumns,
} from '@rikuy/learn';
import { cardSequences } from './card-sequences.ts';
import { chosen } from './chosen.ts';
import type { Fold, Folds } from './folds.ts';
import type { Figures } from './measures.ts';
import { net, sequenceNet } from './objectives.ts';
import type { BookPayments } from './payments.ts';
import { BOOSTING_TRIALS, searchBoosting } from './searches.ts';

/** All payments and the weeks to learn from and to judge by. */
export interface Book {
  readonly payments: BookPayments;
  readonly folds: Folds;
}

/** Learns from a fold's first week and scores the payments of its last. */
export type Scoring = (fold: Fold, random: Random) => Float64Array;

/** A model under the book's protocol. */
export interface Contestant {
  readonly name: string;
  readonly folds: (folds: Folds) => readonly Fold[];
  readonly published: Figures;
  /** How far below the published figures it may be. */
  readonly allowance?: Partial<Figures>;
  /** Figures are means over them. */
  readonly seeds: readonly number[];
  /** Chooses parameters, where that is part of the benchmark. */
  prepare(book: Book): Promise<Scoring> | Scoring;
}

const once = [0] as const;
const twice = [0, 1] as const;
const thrice = [0, 1, 2] as const;
const chapter3 = ({ chapter3: fold }: Folds): readonly Fold[] => [fold];
const test = (folds: Folds): readonly Fold[] => folds.test;
const detectors = ({ detectors: fold }: Folds): readonly Fold[] => [fold];

export const contestants: readonly Contestant[] = [
  {
    name: 'logistic',
    folds: chapter3,
    published: { AUC: 0.871, AP: 0.606, 'CP@100': 0.291 },
    allowance: { AUC: 0.005, AP: 0.01 },
    seeds: once,
    prepare: book => byClassifier(book, pipeline([scale(), logisticRegression()])),
  },
  {
    name: 'forest',
    folds: chapter3,
    published: { AUC: 0.867, AP: 0.658, 'CP@100': 0.287 },
    allowance: { AUC: 0.005, AP: 0.01 },
    seeds: thrice,
    prepare: book => byClassifier(book, randomForestClassifier()),
  },
  {
    name: 'boosting',
    folds: chapter3,
    published: { AUC: 0.862, AP: 0.639, 'CP@100': 0.273 },
    seeds: once,
    prepare: book => byClassifier(book, gradientBoostingClassifier()),
  },
  {
    name: 'boosting-tuned',
    folds: test,
    published: { AUC: 0.869, AP: 0.687, 'CP@100': 0.303 },
    seeds: once,
    prepare: async book => {
      const params = await searchBoosting(book);
      console.log(`boosting, the best of ${BOOSTING_TRIALS} trials of TPE on the validation folds:`, params);
      return byClassifier(book, gradientBoostingClassifier(params));
    },
  },
  {
    name: 'net',
    folds: test,
    published: { AUC: 0.876, AP: 0.675, 'CP@100': 0.303 },
    seeds: thrice,
    prepare: book => byClassifier(book, net(chosen.net)),
  },
  {
    name: 'sequence-net',
    folds: test,
    published: { AUC: 0.872, AP: 0.599, 'CP@100': 0.288 },
    seeds: twice,
    prepare: book => byClassifier(book, sequenceNet(chosen.sequenceNet), rows => cardSequences(book.payments, rows)),
  },
  {
    name: 'autoencoder',
    folds: detectors,
    published: { AUC: 0.836, AP: 0.18, 'CP@100': 0.217 },
    seeds: thrice,
    prepare: book => byDetector(book, pipeline([scale(), autoencoder(chosen.autoencoder)])),
  },
  {
    name: 'isolation-forest',
    folds: detectors,
    published: { AUC: 0.808, AP: 0.164, 'CP@100': 0.19 },
    seeds: thrice,
    prepare: book => byDetector(book, isolationForest(chosen.isolationForest)),
  },
  {
    name: 'net-with-error',
    folds: detectors,
    published: { AUC: 0.861, AP: 0.651, 'CP@100': 0.276 },
    seeds: thrice,
    prepare: byNetWithError,
  },
];

type TableOf = (rows: Uint32Array) => Table;

function byClassifier(book: Book, model: Estimator<FittedClassifier>, inputs: TableOf = inputsOf(book)): Scoring {
  return ({ train, validation }, random) =>
    model.fit(inputs(train), labels(book.payments, train), { random, threads: 2 }).predictProba(inputs(validation));
}

function byDetector(book: Book, model: Estimator<FittedDetector>): Scoring {
  const inputs = inputsOf(book);
  return ({ train, validation }, random) =>
    model.fit(inputs(train), new Float64Array(train.length), { random }).anomalyScore(inputs(validation));
}

/** The network with how badly an autoencoder, learned without labels, repeats a payment as one more input. */
function byNetWithError(book: Book): Scoring {
  const inputs = inputsOf(book);
  return (fold, random) => {
    const detector = pipeline([scale(), autoencoder(chosen.autoencoder)]);
    const repeating = detector.fit(inputs(fold.train), new Float64Array(fold.train.length), { random });
    const withError: TableOf = rows => {
      const X = inputs(rows);
      return withColumns(X, { RECONSTRUCTION_ERROR: numbers(repeating.anomalyScore(X).map(Math.log1p)) });
    };
    return byClassifier(book, net(chosen.net), withError)(fold, random);
  };
}

function inputsOf({ payments }: Book): TableOf {
  return rows => takeRows(payments.X, rows);
}

function labels({ y }: BookPayments, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, row => y[row]);
}
