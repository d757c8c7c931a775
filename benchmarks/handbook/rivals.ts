import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberColumn, type Table, takeRows } from '@rikuy/learn';
import type { Book, Contestant } from './contestants.ts';
import type { Fold } from './folds.ts';
import { type Figures, meanFigures, scoredRows } from './measures.ts';

/** A model of Python on the rows of one of ours. */
export interface RivalFigures {
  readonly contestant: string;
  readonly whose: string;
  readonly figures: Figures;
}

/** What `rival.py` says of each model: where the scores of each fold and seed lie. */
interface RivalScores {
  readonly contestant: string;
  readonly whose: string;
  readonly scores: readonly { readonly fold: string; readonly file: string }[];
}

/** The like models of Python on the same rows, judged by our measures; none where that Python lacks the libraries. */
export function askRivals(book: Book, contestants: readonly Contestant[]): RivalFigures[] {
  const python = process.env.RIKUY_PYTHON ?? 'python3';
  if (spawnSync(python, ['-c', 'import sklearn, xgboost']).status !== 0) {
    console.log('Python was not asked: set RIKUY_PYTHON to one with scikit-learn and XGBoost.');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-bench-handbook-'));
  try {
    const folds = new Map(contestants.flatMap(one => one.folds(book.folds)).map(fold => [fold.name, fold]));
    for (const fold of folds.values()) writeFold(book, fold, join(folder, fold.name));
    const wanted = contestants.map(({ name, folds: of }) => ({ name, folds: of(book.folds).map(fold => fold.name) }));
    writeFileSync(join(folder, 'wanted.json'), JSON.stringify(wanted));
    return run(python, folder).map(({ contestant, whose, scores }) => ({
      contestant,
      whose,
      figures: meanFigures(
        scores.map(({ fold, file }) => scoredRows(book.payments, folds.get(fold)!, readDoubles(join(folder, file)))),
      ),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(python: string, folder: string): RivalScores[] {
  const { status, stdout } = spawnSync(python, [join(import.meta.dirname, 'rival.py'), folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('rival.py failed.');
  return JSON.parse(stdout) as RivalScores[];
}

/** Inputs row after row, and classes; float64. */
function writeFold({ payments: { X, y } }: Book, { train, validation }: Fold, folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'train.f64'), rowByRow(takeRows(X, train)));
  writeFileSync(join(folder, 'test.f64'), rowByRow(takeRows(X, validation)));
  writeFileSync(
    join(folder, 'train.y.f64'),
    Float64Array.from(train, row => y[row]),
  );
}

function rowByRow(X: Table): Float64Array {
  const columns = [...X.columns.keys()].map(name => numberColumn(X, name).values);
  const values = new Float64Array(X.rowCount * columns.length);
  columns.forEach((column, j) => column.forEach((value, i) => (values[i * columns.length + j] = value)));
  return values;
}

function readDoubles(path: string): Float64Array {
  const bytes = readFileSync(path);
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
