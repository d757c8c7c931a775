import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Random, seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { table, type Table } from '../table/table.ts';
import { gradientBoostingRegressor } from './gradient-boosting.ts';
import { gradientsOf, type MarginRow } from './growing/gradients.fixture.ts';
import { type Loss, poissonDeviance, tweedieDeviance } from './growing/loss.ts';

const python = process.env.RIKUY_PYTHON ?? 'python3';
const script = join(import.meta.dirname, 'fixtures', 'rival_objectives.py');
const hasXgboost = imports('xgboost');
if (!hasXgboost) process.stderr.write(`skipped: ${python} cannot import xgboost; set RIKUY_PYTHON to one that can\n`);

interface Case {
  readonly objective: 'poisson' | 'tweedie';
  readonly theirs: string;
  readonly power: number;
  readonly loss: Loss;
}

const cases: readonly Case[] = [
  { objective: 'poisson', theirs: 'count:poisson', power: 1, loss: poissonDeviance(0.7) },
  { objective: 'tweedie', theirs: 'reg:tweedie', power: 1.2, loss: tweedieDeviance(1.2) },
  { objective: 'tweedie', theirs: 'reg:tweedie', power: 1.7, loss: tweedieDeviance(1.7) },
];

describe.skipIf(!hasXgboost).each(cases)(
  '$theirs of power $power beside XGBoost',
  ({ objective, theirs, power, loss }) => {
    it('has its gradients and hessians', () => {
      const random = seeded(2);
      const rows = Array.from({ length: 60 }, () => drawRow(objective, random));
      const asked = { objective: theirs, power, rows: rows.map(row => [row.margin, row.target, row.weight]) };
      const expected = ask('gradients', asked) as [number, number][];
      gradientsOf(loss, rows).forEach(({ gradient, hessian }, row) => {
        const [g, h] = expected[row];
        expect(Math.abs(hessian / h - 1)).toBeLessThan(1e-6);
        // The gradient is a difference: it is as exact as its terms.
        expect(Math.abs(gradient - g)).toBeLessThan(1e-6 * Math.max(h, 1));
      });
    });

    it('reaches its deviance on rows held back, within 1 % on each seed and 0.2 % on their mean', () => {
      const differences = [1, 2, 3, 4, 5].map(seed => {
        const [train, held] = [draw(10_000, seeded(seed)), draw(10_000, seeded(100 + seed))];
        const ours = gradientBoostingRegressor({
          objective,
          variancePower: Math.max(power, 1.1),
          trees: 80,
          maxDepth: 4,
        })
          .fit(tableOf(train.x), Float64Array.from(train[objective]))
          .predict(tableOf(held.x));
        const params = { trees: 80, max_depth: 4, eta: 0.1, max_bin: 256 };
        const [x, z] = [train.x.flat(), held.x.flat()];
        const predicted = ask('fit', { objective: theirs, power, params, width: WIDTH, x, y: train[objective], z });
        const deviance = (means: ArrayLike<number>): number =>
          loss.mean(Float32Array.from(means, Math.log), Float64Array.from(held[objective]));
        return deviance(ours) / deviance(predicted as number[]) - 1;
      });
      for (const difference of differences) expect(Math.abs(difference)).toBeLessThan(0.01);
      expect(Math.abs(differences.reduce((sum, one) => sum + one, 0) / 5)).toBeLessThan(0.002);
    });
  },
);

const WIDTH = 6;

interface Drawn {
  readonly x: number[][];
  readonly poisson: number[];
  readonly tweedie: number[];
}

/** Counts of a mean that depends on the inputs, and amounts that are sums of so many draws. */
function draw(rowCount: number, random: Random): Drawn {
  const x = Array.from({ length: rowCount }, () => Array.from({ length: WIDTH }, () => Math.fround(random.normal())));
  const poisson = x.map(([a, b, c]) => poissonDraw(Math.exp(0.5 * a - 0.4 * (b > 0 ? 1 : 0) + 0.3 * b * c), random));
  const tweedie = poisson.map(count => {
    let amount = 0;
    for (let k = 0; k < count; k++) amount -= 10 * Math.log(1 - random.next());
    return Math.fround(amount);
  });
  return { x, poisson, tweedie };
}

/** A row whose step is below Poisson's limit, where the leaf shows g / h. */
function drawRow(objective: Case['objective'], random: Random): MarginRow {
  const margin = Math.fround(random.normal());
  const factor = objective === 'poisson' ? 0.1 + random.next() * 2 : random.next() * 4;
  return { margin, target: Math.fround(Math.exp(margin) * factor), weight: Math.fround(0.5 + random.next()) };
}

/** Multiplication of uniform draws (Knuth, "The art of computer programming", 3.4.1). */
function poissonDraw(mean: number, random: Random): number {
  let count = 0;
  for (let product = random.next(); product > Math.exp(-mean); product *= random.next()) count++;
  return count;
}

function tableOf(rows: readonly (readonly number[])[]): Table {
  const names = Array.from({ length: WIDTH }, (_, j) => `x${j}`);
  return table(Object.fromEntries(names.map((name, j) => [name, numbers(rows.map(row => row[j]))])));
}

function ask(command: 'gradients' | 'fit', asked: unknown): unknown {
  const options = { input: JSON.stringify(asked), maxBuffer: 1 << 28, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(python, [script, command], options));
}

function imports(module: string): boolean {
  try {
    execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
