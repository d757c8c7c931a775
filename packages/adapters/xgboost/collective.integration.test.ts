import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { categories, gradientBoostingClassifier, registerBoostingEngine, table } from '@rikuy/learn';
import { describe, expect, it } from 'vitest';
import { libraryForTests } from './fixtures/library.ts';
import { startTracker } from './tracker.ts';
import { xgboostEngine } from './xgboost-engine.ts';

const library = libraryForTests();
const script = join(import.meta.dirname, 'fixtures', 'train-part.ts');

interface Trained {
  readonly splits: { readonly feature: number[]; readonly threshold: number[] };
  readonly leaves: number[];
  readonly probabilities: number[];
  readonly auc: number;
}

describe.skipIf(!library)('two processes, each with half of the rows', () => {
  it('make the splits of one process with all rows where values are fewer than bins', async () => {
    const [alone, [first, second]] = await Promise.all([trainAlone(64), trainTogether(64)]);
    expect(first).toEqual(second);
    expect(first.splits).toEqual(alone.splits);
    // Sums of float gradients in another order: leaves may differ in their last bits.
    expect(greatestDifference(first.leaves, alone.leaves)).toBeLessThan(1e-5);
  });

  it('make a model as good where bins are quantiles, which are sketched for each half', async () => {
    const [alone, [first, second]] = await Promise.all([trainAlone(0), trainTogether(0)]);
    expect(first).toEqual(second);
    expect(first.splits).not.toEqual(alone.splits);
    expect(Math.abs(first.auc - alone.auc)).toBeLessThan(0.005);
  });
});

it('refuses categories, whose codes each process would give by what it sees', () => {
  const tracker = { dmlc_tracker_uri: '127.0.0.1', dmlc_tracker_port: 1 };
  registerBoostingEngine(xgboostEngine({ library: '/nowhere', collective: { tracker, taskId: '0' } }));
  const X = table({ origin: categories(['PE', 'CN']) });
  const fit = () => gradientBoostingClassifier({ engine: 'xgboost' }).fit(X, Float64Array.of(0, 1));
  expect(fit).toThrow(/`origin` is a category. Encode it first/);
});

async function trainAlone(distinct: number): Promise<Trained> {
  return await train({ library, part: 0, parts: 1, distinct });
}

async function trainTogether(distinct: number): Promise<Trained[]> {
  const tracker = await startTracker({ library: library!, workers: 2, timeoutSeconds: 120 });
  const parts = [0, 1].map(part => train({ library, part, parts: 2, distinct, tracker: tracker.address }));
  const trained = await Promise.all(parts);
  await tracker.finished;
  return trained;
}

async function train(asked: object): Promise<Trained> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(asked)], {
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Trained;
}

function greatestDifference(a: readonly number[], b: readonly number[]): number {
  return a.reduce((most, one, i) => Math.max(most, Math.abs(one - b[i])), 0);
}
