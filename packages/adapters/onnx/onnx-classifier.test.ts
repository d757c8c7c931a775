import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  calibrate,
  catalogue,
  categories,
  type FittedClassifier,
  numbers,
  readState,
  restore,
  table,
  takeRows,
  withColumns,
  writeState,
} from '@rikuy/learn';
import { describe, expect, it } from 'vitest';
import { exportedModels, runtimeFolder } from './fixtures/exported-models.ts';
import { onnxClassifiers, type OnnxClassifier, type OnnxOptions, readOnnx } from './onnx-classifier.ts';

const hasRuntime = existsSync(join(runtimeFolder, 'node_modules', 'onnxruntime-node'));
if (!hasRuntime)
  process.stderr.write(`skipped: onnxruntime-node is not in ${runtimeFolder}; set RIKUY_ONNX_RUNTIME to its folder\n`);

const { X, bytesOf, answersOf } = exportedModels(join(import.meta.dirname, 'fixtures'));
const matrix: OnnxOptions = { columns: { X: ['amount', 'weight'] }, runtimeFolder };

describe.skipIf(!hasRuntime)('readOnnx', () => {
  it('scores a table by the names of its columns, numbers and texts, as Python does', () => {
    scoring(readOnnx(bytesOf('columns'), { runtimeFolder }), model => {
      expect(model.inputs).toEqual([
        { name: 'amount', kind: 'number' },
        { name: 'items', kind: 'number' },
        { name: 'country', kind: 'category' },
      ]);
      expect(distance(model.predictProba(X), answersOf('columns'))).toBeLessThan(1e-6);
    });
  });

  it('gives a row alone the bits it has among others, and nothing for no rows', () => {
    scoring(readOnnx(bytesOf('logistic'), matrix), model => {
      const all = model.predictProba(X);
      for (const row of [0, 7, 39]) expect(model.predictProba(takeRows(X, [row]))).toEqual(all.slice(row, row + 1));
      expect(model.predictProba(takeRows(X, []))).toHaveLength(0);
    });
  });

  it('scores more rows than go to the runtime at once', () => {
    scoring(readOnnx(bytesOf('logistic'), matrix), model => {
      const rows = Array.from({ length: 20_000 }, (_, i) => i % 40);
      const few = model.predictProba(X);
      expect(model.predictProba(takeRows(X, rows))).toEqual(Float64Array.from(rows, row => few[row]));
    });
  });

  it('takes a category that training did not see as the model does', () => {
    scoring(readOnnx(bytesOf('columns'), { runtimeFolder }), model => {
      const unseen = withColumns(X, { country: categories(Array.from({ length: 40 }, () => 'ZZ')) });
      expect(model.predictProba(unseen).every(value => value > 0 && value < 1)).toBe(true);
    });
  });

  it('survives an archive, the ONNX file in it', () => {
    scoring(readOnnx(bytesOf('logistic'), matrix), model => {
      const state = readState(writeState(model.toState()));
      const again = restore(state, { ...catalogue, onnx: onnxClassifiers({ runtimeFolder }) }) as OnnxClassifier;
      scoring(again, restored => expect(restored.predictProba(X)).toEqual(model.predictProba(X)));
    });
  });

  it('is a classifier like ours: it can be calibrated', () => {
    scoring(readOnnx(bytesOf('logistic'), matrix), model => {
      const y = Float64Array.from(answersOf('logistic'), value => (value > 0.4 ? 1 : 0));
      const calibrated: FittedClassifier = calibrate(model, { X, y });
      expect(calibrated.predictProba(X)).toHaveLength(40);
    });
  });

  it('refuses a table that does not fit, and says which column', () => {
    scoring(readOnnx(bytesOf('columns'), { runtimeFolder }), model => {
      const score = (changed: Parameters<typeof withColumns>[1]) => () => model.predictProba(withColumns(X, changed));
      const gap = numbers(Array.from({ length: 40 }, (_, i) => (i === 3 ? NaN : 1)));
      expect(() => model.predictProba(table({ amount: numbers([1]) }))).toThrow('`items` is missing');
      expect(score({ country: gap })).toThrow('`country` must be of kind category');
      expect(score({ items: gap })).toThrow('holds what the model');
      expect(score({ amount: numbers(new Float64Array(40).fill(1e300)) })).toThrow('numbers beyond float32');
    });
  });

  it.each([
    ['columns are not named', 'logistic', {}, '`columns` must name the 2 columns of input `X`'],
    ['too few columns are named', 'logistic', { columns: { X: ['amount'] } }, 'got 1'],
    ['an input does not exist', 'logistic', { columns: { Z: ['amount'] } }, 'no input `Z`; it has X'],
    ['an output does not exist', 'logistic', { ...matrix, output: 'score' }, '(probabilities); got score'],
    ['probabilities are in maps', 'zipmap', matrix, "options={'zipmap': False}"],
  ])('refuses a model when %s', (_, name, options, reason) => {
    expect(() => readOnnx(bytesOf(name), { runtimeFolder, ...options })).toThrow(reason);
  });

  it.each([
    ['three classes', 'three', 'one or two columns (two classes) for each of 40 rows; it is 40 × 3'],
    ['amounts', 'amounts', 'probabilities between 0 and 1'],
  ])('refuses answers that are %s', (_, name, reason) => {
    scoring(readOnnx(bytesOf(name), matrix), model => {
      expect(() => model.predictProba(X)).toThrow(reason);
    });
  });

  it('refuses bytes that are no model, with what the runtime says', () => {
    expect(() => readOnnx(Uint8Array.of(1, 2, 3), { runtimeFolder })).toThrow(
      expect.objectContaining({ code: 'unsupported-model' }),
    );
  });

  it('refuses a damaged state', () => {
    const state = { kind: 'onnx-classifier', protocol: 1, values: { columns: {}, output: 'x' }, arrays: {}, parts: {} };
    const known = { onnx: onnxClassifiers({ runtimeFolder }) };
    expect(() => restore(state, known)).toThrow('must hold the ONNX file');
    const arrays = { model: Uint8Array.of(1) };
    expect(() => restore({ ...state, values: {}, arrays }, known)).toThrow('is damaged');
  });
});

function scoring(model: OnnxClassifier, use: (model: OnnxClassifier) => void): void {
  try {
    use(model);
  } finally {
    model.close();
  }
}

function distance(actual: Float64Array, expected: readonly number[]): number {
  return Math.max(...expected.map((value, i) => Math.abs(value - actual[i])));
}
