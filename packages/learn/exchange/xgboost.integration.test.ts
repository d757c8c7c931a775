import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import { ensembleOfTrees, type TreeNode } from '../trees/ensemble-of-trees.ts';
import { randomEnsemble, randomRows } from '../trees/random-ensemble.fixture.ts';
import { categories } from '../table/column.ts';
import { table } from '../table/table.ts';
import { encodeMatrix } from '../trees/matrix.ts';
import { treeScorer } from '../trees/scoring.ts';
import { REAL_MODELS, realModel } from './fixtures/real-models.ts';
import { readXgboost } from './read-xgboost.ts';
import type { TreeModel } from './tree-model.ts';
import { writeXgboost } from './write-xgboost.ts';

const python = process.env.RIKUY_PYTHON ?? 'python3';
const scripts = join(import.meta.dirname, 'fixtures');
const hasXgboost = imports('xgboost, pandas');
if (!hasXgboost)
  process.stderr.write(`skipped: ${python} cannot import xgboost and pandas; set RIKUY_PYTHON to one that can\n`);

describe.skipIf(!hasXgboost)('beside the real XGBoost', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rikuy-xgboost-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([1, 2, 3])('its models score here with the same bits (seed %i)', seed => {
    run('train_models.py', [folder, String(seed), '40', '2000']);
    for (const name of REAL_MODELS) {
      const { text, rows, rowCount, margins } = realModel(name, folder);
      expect(treeScorer(readXgboost(text).ensemble).margins(rows, rowCount)).toEqual(margins);
    }
  });

  it.each(['binary:logistic', 'reg:squarederror', 'count:poisson', 'reg:tweedie'] as const)(
    'models of %s written here score there with the same bits',
    objective => {
      const random = seeded(5);
      for (const baseMargin of objective === 'binary:logistic' ? [-6.2, -2.1, -0.4, 0, 0.9, 4.4] : [-2.1, 0.9]) {
        const model = { ...randomModel(baseMargin), objective };
        const { values } = randomRows(3000, model.ensemble, random);
        const there = scoreThere(model, values);
        expect(there).toEqual(treeScorer(model.ensemble).margins(values, 3000));
      }
    },
  );

  it('models read and written again score there with the same bits', () => {
    for (const name of REAL_MODELS) {
      const { text, rows, margins } = realModel(name);
      expect(scoreThere(readXgboost(text), rows)).toEqual(margins);
    }
  });

  it('levels written here are found there by their texts, in whatever order a frame has them', () => {
    const model: TreeModel = {
      objective: 'binary:logistic',
      inputs: [{ name: 'origin', kind: 'category', levels: ['PE', 'CN', 'DE', 'BR'] }],
      ensemble: ensembleOfTrees([[split, leaf(-1), leaf(2)]], 0),
    };
    const file = join(folder, 'levels.json');
    writeFileSync(file, writeXgboost(model));
    expect(JSON.parse(run('score_frame.py', [file, 'DE', 'BR', 'CN', 'PE']).toString())).toEqual([-1, 2, 2, -1]);
  });

  it('levels of a frame trained on there are found here by their texts', () => {
    const file = join(folder, 'frame.json');
    const { texts, margins } = JSON.parse(run('train_frame.py', [file]).toString()) as {
      texts: string[];
      margins: number[];
    };
    const { ensemble, inputs } = readXgboost(readFileSync(file, 'utf8'));
    const rows = encodeMatrix(table({ origin: categories(texts.toReversed()) }), inputs);
    expect([...treeScorer(ensemble).margins(rows, texts.length)]).toEqual(margins.map(Math.fround).toReversed());
  });

  function scoreThere(model: TreeModel, rows: Float32Array): Float32Array {
    const file = join(folder, 'written.json');
    writeFileSync(file, writeXgboost(model));
    const answer = run('score_model.py', [file], new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
    const rowCount = rows.length / model.inputs.length;
    return new Float32Array(new Uint8Array(answer).buffer).subarray(0, rowCount);
  }
});

/** CN and BR, codes 1 and 3, go right. */
const split: TreeNode = {
  feature: 0,
  threshold: 0,
  left: 1,
  missingLeft: 1,
  value: 0,
  cover: 2,
  gain: 1,
  categories: Uint32Array.of(0b1010),
};

function leaf(value: number): TreeNode {
  return { feature: -1, threshold: 0, left: 0, missingLeft: 0, value, cover: 1, gain: 0 };
}

function randomModel(baseMargin: number): TreeModel {
  const ensemble = randomEnsemble({ trees: 30, depth: 6, inputs: 6, categories: true }, seeded(baseMargin * 10));
  const levels = Array.from({ length: 80 }, (_, code) => `level ${code}`);
  const inputs = Array.from({ length: 6 }, (_, j) =>
    j % 2 === 1 ? { name: `x${j}`, kind: 'category' as const, levels } : { name: `x${j}`, kind: 'number' as const },
  );
  return { objective: 'binary:logistic', inputs, ensemble: { ...ensemble, baseMargin: Math.fround(baseMargin) } };
}

function run(script: string, args: readonly string[], input?: Uint8Array): Buffer {
  return execFileSync(python, [join(scripts, script), ...args], { input, maxBuffer: 1 << 28 });
}

function imports(module: string): boolean {
  try {
    execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
