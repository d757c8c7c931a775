import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type EntityRows, seeded } from '@rikuy/learn';
import { publicData } from '../public-data.ts';
import { type Check, finish, printTable } from '../report.ts';
import { type Book, type Contestant, contestants } from './contestants.ts';
import { bookFolds } from './folds.ts';
import { type Figure, type Figures, figuresWithIntervals, measureNames, scoredRows } from './measures.ts';
import { bookPayments } from './payments.ts';
import { askRivals, type RivalFigures } from './rivals.ts';
import { longSearches } from './searches.ts';

/**
 * The models of the book "Reproducible Machine Learning for Credit Card Fraud Detection" (Le Borgne et al. 2022) under
 * its protocols, from inputs recomputed from the raw payments, beside the published figures and, where a Python with
 * scikit-learn and XGBoost is there (`RIKUY_PYTHON`, default `python3`), the like models on the same rows.
 * `--only NAME,…` measures some; `--search NAME` searches the parameters of a network again on the validation folds.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' }, search: { type: 'string' } } });
  const folder = publicData('handbook');
  if (!folder) return console.log('skipped: handbook, its data are not there; set RIKUY_DATA.');
  const book = await readBook(folder);
  if (values.search) return console.log(await searchOf(values.search)(book));
  const measured = await measureAll(book, entrants(values.only?.split(',')));
  report(
    measured,
    askRivals(
      book,
      measured.map(({ contestant }) => contestant),
    ),
  );
}

interface Measured {
  readonly contestant: Contestant;
  readonly figures: Readonly<Record<keyof Figures, Figure>>;
}

async function readBook(folder: string): Promise<Book> {
  const started = performance.now();
  const payments = await bookPayments(join(folder, 'raw_2018-04-01_2018-09-30.csv.gz'));
  const folds = bookFolds(payments, folder);
  console.log(`${payments.y.length} payments, inputs and folds after ${seconds(started)} s`);
  return { payments, folds };
}

async function measureAll(book: Book, entrants: readonly Contestant[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const contestant of entrants) {
    const started = performance.now();
    const judged = await judge(book, contestant);
    const figures = figuresWithIntervals(judged, { random: seeded(0) });
    const shown = measureNames.map(name => `${name} ${inWords(figures[name])}`).join(', ');
    console.log(`${contestant.name}: ${shown} (${seconds(started)} s)`);
    measured.push({ contestant, figures });
  }
  return measured;
}

async function judge(book: Book, contestant: Contestant): Promise<EntityRows[]> {
  const score = await contestant.prepare(book);
  return contestant
    .folds(book.folds)
    .flatMap(fold => contestant.seeds.map(seed => scoredRows(book.payments, fold, score(fold, seeded(seed)))));
}

function report(measured: readonly Measured[], rivals: readonly RivalFigures[]): void {
  console.log('\n95 % intervals by cards drawn with replacement');
  printTable(
    measured.flatMap(({ contestant, figures }) => [
      { model: contestant.name, whose: 'Rikuy', ...columns(name => inWords(figures[name])) },
      { model: '', whose: 'published', ...columns(name => contestant.published[name].toFixed(3)) },
      ...rivals
        .filter(({ contestant: name }) => name === contestant.name)
        .map(({ whose, figures: theirs }) => ({ model: '', whose, ...columns(name => theirs[name].toFixed(3)) })),
    ]),
  );
  finish('handbook', measured.flatMap(checksOf));
}

/** Figures are compared as published, with three digits. */
function checksOf({ contestant, figures }: Measured): Check[] {
  const { name, published, allowance } = contestant;
  return measureNames.map(measure => ({
    name: `${name}, ${measure}`,
    value: Number(figures[measure].mean.toFixed(3)),
    bar: { atLeast: Number((published[measure] - (allowance?.[measure] ?? 0)).toFixed(3)) },
  }));
}

function entrants(only?: readonly string[]): readonly Contestant[] {
  const unknown = only?.filter(name => !contestants.some(contestant => contestant.name === name)) ?? [];
  if (unknown.length === 0) return contestants.filter(({ name }) => only?.includes(name) ?? true);
  const known = contestants.map(({ name }) => name).join(', ');
  throw new Error(`--only must name models of ${known}; got ${unknown.join(', ')}.`);
}

function searchOf(name: string): (book: Book) => Promise<unknown> {
  const found = longSearches[name];
  if (found) return found;
  throw new Error(`--search must be one of ${Object.keys(longSearches).join(', ')}; got ${name}.`);
}

function columns(show: (name: keyof Figures) => string): Record<string, string> {
  return Object.fromEntries(measureNames.map(name => [name, show(name)]));
}

function inWords({ mean, lower, upper }: Figure): string {
  return `${mean.toFixed(3)} [${lower.toFixed(3)}–${upper.toFixed(3)}]`;
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}
