import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pipeline } from '../compose/pipeline.ts';
import { accuracy, confusionAt } from '../metrics/confusion.ts';
import { rocAuc } from '../metrics/ranking.ts';
import { oneHot } from '../preprocess/one-hot.ts';
import { scale } from '../preprocess/scale.ts';
import { categories, type Column, numbers } from '../table/column.ts';
import { table, type Table } from '../table/table.ts';
import { logisticRegression } from './logistic-regression.ts';

const folder = join(process.env.RIKUY_DATA ?? join(import.meta.dirname, '../../../../shared/data'), 'bank');
const hasData = existsSync(folder);
if (!hasData) process.stdout.write(`skipped: logistic regression on the bank set, none in ${folder}\n`);

/** Cells hold no comma and no quote. */
function readRows(file: string): { X: Table; y: Float64Array } {
  const [header, ...rows] = readFileSync(join(folder, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','));
  const columns = header.map((name, place): [string, Column] => {
    const cells = rows.map(row => row[place]);
    const isNumeric = cells.every(cell => Number.isFinite(Number(cell)));
    return [name, isNumeric ? numbers(cells.map(Number)) : categories(cells)];
  });
  const y = Float64Array.from(rows, row => Number(row[header.indexOf('y')]));
  return { X: table(new Map(columns.filter(([name]) => name !== 'y'))), y };
}

describe.skipIf(!hasData)('logistic regression on the bank set', () => {
  it('reaches the accuracy published for the TALENT benchmark, 0.9035', () => {
    const [train, test] = [readRows('train.csv'), readRows('test.csv')];
    const model = pipeline([scale(), oneHot(), logisticRegression()]).fit(train.X, train.y);
    const rows = { y: test.y, score: model.predictProba(test.X) };
    expect(accuracy(confusionAt(rows, 0.5))).toBeGreaterThan(0.9035 - 0.003);
    expect(rocAuc(rows)).toBeGreaterThan(0.905);
  });
});
