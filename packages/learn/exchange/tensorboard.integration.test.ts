import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { denseNetworkClassifier } from '../neural/dense-network.ts';
import type { Progress } from '../protocol/estimator.ts';
import { seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { table, type Table } from '../table/table.ts';
import { gradientBoostingClassifier } from '../trees/gradient-boosting.ts';
import { tensorboardLog } from './tensorboard-log.ts';

const python = process.env.RIKUY_PYTHON ?? 'python3';
const hasTensorboard = imports('tensorboard');
if (!hasTensorboard) process.stderr.write(`skipped: ${python} cannot import tensorboard; set RIKUY_PYTHON\n`);

type Point = [step: number, value: number, wallTime: number];

describe.skipIf(!hasTensorboard)('TensorBoard reads', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rikuy-tensorboard-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('the validation loss of boosting after each tree', () => {
    const run = join(folder, 'boosting');
    let time = 1_700_000_000_000;
    const log = tensorboardLog(run, { clock: () => (time += 250) });
    const losses: number[] = [];
    gradientBoostingClassifier({ trees: 30, maxDepth: 3 }).fit(train.X, train.y, {
      validation,
      onProgress: progress => {
        log.onProgress(progress);
        losses.push(lossOf(progress));
      },
    });
    log.close();
    const points = scalarsOf(run)['loss/validation'];
    expect(points.map(([step]) => step)).toEqual(Array.from({ length: 30 }, (_, k) => k + 1));
    expect(points.map(([, value]) => value)).toEqual(losses.map(Math.fround));
    expect(points[1][2] - points[0][2]).toBe(0.25);
  });

  it('the training and validation curves of a network, and a metric of one’s own', () => {
    const run = join(folder, 'network');
    const log = tensorboardLog(run, { clock: Date.now });
    const { network } = denseNetworkClassifier({ layers: [8], epochs: 12 }).fit(train.X, train.y, {
      validation,
      onProgress: log.onProgress,
    });
    log.curve('loss/training', network.curve.training);
    log.point('auc/validation', 100_000, 0.75);
    log.close();
    const found = scalarsOf(run);
    expect(Object.keys(found).toSorted()).toEqual(['auc/validation', 'loss/training', 'loss/validation']);
    expect(found['loss/training'].map(([, value]) => value)).toEqual(network.curve.training.map(Math.fround));
    expect(found['loss/validation'].map(([, value]) => value)).toEqual(network.curve.heldOut.map(Math.fround));
    expect(found['auc/validation'].map(([step, value]) => [step, value])).toEqual([[100_000, 0.75]]);
  });
});

const random = seeded(2);
const train = labelled(400);
const validation = labelled(200);

function labelled(rows: number): { X: Table; y: Float64Array } {
  const [a, b] = [0, 1].map(() => Float64Array.from({ length: rows }, () => random.normal()));
  const y = a.map((value, i) => (value * b[i] + 0.3 * random.normal() > 0 ? 1 : 0));
  return { X: table({ a: numbers(a), b: numbers(b) }), y };
}

function lossOf({ loss = NaN }: Progress): number {
  return loss;
}

function scalarsOf(folder: string): Record<string, Point[]> {
  const script = join(import.meta.dirname, 'fixtures', 'read_events.py');
  const printed = execFileSync(python, [script, folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(printed) as Record<string, Point[]>;
}

function imports(module: string): boolean {
  try {
    execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
