import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import { categories, type Column, numbers } from '../table/column.ts';
import { table, type Table, takeRows } from '../table/table.ts';
import { leakageCheck, type LeakageFinding } from './leakage-check.ts';

const dataFolder = process.env.RIKUY_DATA ?? join(import.meta.dirname, '../../../../shared/data');
const hasData = existsSync(join(dataFolder, 'uci-audit'));
if (!hasData) process.stdout.write(`skipped: leakage check on public data, none in ${dataFolder}\n`);

/** These files hold no quoted field, so a comma always parts two. A column of numbers alone is a number column. */
function readRows(path: string, label: string): { X: Table; y: Float64Array } {
  const [header, ...rows] = readFileSync(join(dataFolder, path), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','));
  const columnOf = (place: number): Column => {
    const cells = rows.map(row => row[place]);
    const asNumbers = cells.map(cell => (cell === '' ? NaN : Number(cell)));
    const isNumeric = cells.every((cell, i) => cell === '' || !Number.isNaN(asNumbers[i]));
    return isNumeric ? numbers(asNumbers) : categories(cells);
  };
  const features = header.flatMap((name, place) => (name === label ? [] : [[name, columnOf(place)] as const]));
  const place = header.indexOf(label);
  return { X: table(new Map(features)), y: Float64Array.from(rows, row => Number(row[place])) };
}

function suspects(findings: readonly LeakageFinding[]): string[] {
  return findings.flatMap(found => (found.code === 'feature-too-good' ? [found.column] : []));
}

describe.skipIf(!hasData)('leakage check on public data', () => {
  it('names the columns from which the audit risk was computed', () => {
    const { X, y } = readRows('uci-audit/audit_risk.csv', 'Risk');
    expect(suspects(leakageCheck(X, y))).toEqual(['Audit_Risk', 'Inherent_Risk', 'Score']);
  });

  it('names the score of the other audit file', () => {
    const { X, y } = readRows('uci-audit/trial.csv', 'Risk');
    expect(suspects(leakageCheck(X, y))).toEqual(['Score']);
  });

  it('names the second label of the customs set, and nothing else but it', () => {
    const { X, y } = readRows('customs/train.csv', 'Fraud');
    expect(suspects(leakageCheck(X, y))).toEqual(['Critical Fraud']);
  });

  it('is silent on the bank set and its test rows', () => {
    const { X, y } = readRows('bank/train.csv', 'y');
    expect(leakageCheck(X, y, { test: readRows('bank/test.csv', 'y').X })).toEqual([]);
  });

  it('is silent on the Taiwan set, its identifiers included', () => {
    const { X, y } = readRows('taiwan/UCI_Credit_Card.csv', 'Y');
    expect(leakageCheck(X, y)).toEqual([]);
  });
});

describe('leakage check', () => {
  const random = seeded(6);
  const y = Float64Array.from({ length: 500 }, () => (random.next() < 0.2 ? 1 : 0));
  const noise = numbers(y.map(() => random.normal()));

  it('finds a column that is filled in only when fraud was found', () => {
    const penalty = numbers(y.map(label => (label === 1 ? 100 * random.next() : NaN)));
    const findings = leakageCheck(table({ noise, penalty }), y);
    expect(findings[0]).toEqual({ code: 'feature-too-good', column: 'penalty', figure: 1, limit: 0.95 });
  });

  it('finds a column that is filled in only for some of the frauds found, though it ranks few rows', () => {
    const penalty = numbers(y.map((label, i) => (label === 1 && i % 2 === 0 ? 100 : NaN)));
    const rows = y.filter((label, i) => label === 1 && i % 2 === 0).length;
    expect(leakageCheck(table({ noise, penalty }), y)).toEqual([
      { code: 'gaps-give-label-away', column: 'penalty', side: 'filled', label: 1, figure: 1, rows },
    ]);
  });

  it('does not suspect gaps that come by chance', () => {
    const sparse = numbers(y.map(() => (random.next() < 0.9 ? NaN : 1)));
    expect(leakageCheck(table({ sparse }), y)).toEqual([]);
  });

  it('finds a level that gives the label away, and a hump that no order shows', () => {
    const verdict = categories(Array.from(y, label => (label === 1 ? 'irregular' : 'clean')));
    const hump = numbers(
      y.map(label => (label === 1 ? random.next() - 0.5 : 1 + random.next()) * (random.below(2) * 2 - 1)),
    );
    expect(suspects(leakageCheck(table({ noise, verdict, hump }), y)).sort()).toEqual(['hump', 'verdict']);
  });

  it('does not suspect an identifier', () => {
    const id = categories(Array.from(y, (_, i) => `declaration ${i}`));
    expect(leakageCheck(table({ noise, id }), y)).toEqual([]);
  });

  it('finds test rows that stand in the training rows, whatever their dictionary', () => {
    const named = table({ noise, office: categories(Array.from(y, (_, i) => (i % 2 ? 'Callao' : 'Tacna'))) });
    const shuffled = takeRows(
      table({ noise, office: categories(Array.from(y, (_, i) => (i % 2 ? 'Callao' : 'Tacna'))) }),
      [7, 8],
    );
    const other = table({ noise: numbers([99, 98]), office: categories(['Tacna', 'Ilo']) });
    expect(leakageCheck(named, y, { test: shuffled })).toEqual([
      { code: 'test-rows-in-training', figure: 1, rows: 2, limit: 0.01 },
    ]);
    expect(leakageCheck(named, y, { test: other })).toEqual([]);
  });

  it('finds values and labels from the future', () => {
    const scored = y.map((_, i) => i);
    const known = y.map((_, i) => (i < 5 ? i + 1 : NaN));
    const findings = leakageCheck(table({ noise }), y, {
      times: {
        scored,
        valuesKnown: { noise: known },
        labelsKnown: y.map((_, i) => i + 10),
        testScored: Float64Array.of(505, 600),
      },
    });
    expect(findings).toEqual([
      { code: 'value-known-too-late', column: 'noise', figure: 0.01, rows: 5 },
      { code: 'label-from-the-future', figure: 0.01, rows: 5 },
    ]);
  });
});
