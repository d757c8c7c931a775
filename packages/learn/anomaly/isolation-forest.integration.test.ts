import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rocAuc } from '../metrics/ranking.ts';
import { seeded } from '../random/random.ts';
import { type LabelledRows, oddRows } from './fixtures/odd-rows.ts';
import { isolationForest } from './isolation-forest.ts';

const python = process.env.RIKUY_PYTHON ?? 'python3';
const hasSklearn = imports('sklearn');
if (!hasSklearn) process.stderr.write(`skipped: ${python} cannot import sklearn; set RIKUY_PYTHON to one that can\n`);

describe.skipIf(!hasSklearn)('isolationForest beside scikit-learn', () => {
  it.each([
    { rowCount: 4000, inputs: 6 },
    { rowCount: 20_000, inputs: 20 },
  ])('finds odd rows as well ($rowCount × $inputs, mean AUC over ten seeds)', ({ rowCount, inputs }) => {
    const rows = oddRows(rowCount, 21, inputs);
    expect(Math.abs(meanAucHere(rows) - meanAucThere(rows))).toBeLessThan(0.01);
  });
});

function meanAucHere({ X, y }: LabelledRows): number {
  const aucs = Array.from({ length: 10 }, (_, seed) => {
    const fitted = isolationForest().fit(X, y, { random: seeded(seed) });
    return rocAuc({ score: fitted.anomalyScore(X), y });
  });
  return aucs.reduce((sum, auc) => sum + auc, 0) / aucs.length;
}

function meanAucThere({ matrix, columnCount }: LabelledRows): number {
  const script = join(import.meta.dirname, 'fixtures', 'isolation_auc.py');
  const input = new Uint8Array(matrix.buffer);
  return Number(execFileSync(python, [script, String(columnCount)], { input, encoding: 'utf8' }));
}

function imports(module: string): boolean {
  try {
    execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
