import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExportedModels, exportedModels, runtimeFolder } from './fixtures/exported-models.ts';
import { type OnnxOptions, readOnnx } from './onnx-classifier.ts';

const python = process.env.RIKUY_PYTHON ?? 'python3';
const hasRuntime = existsSync(join(runtimeFolder, 'node_modules', 'onnxruntime-node'));
const canExport = hasRuntime && imports('skl2onnx, onnxmltools, xgboost, lightgbm, pandas');
if (!canExport)
  process.stderr.write(
    `skipped: ONNX beside Python needs onnxruntime-node in ${runtimeFolder} and ${python} with skl2onnx and onnxmltools\n`,
  );

describe.skipIf(!canExport)('models exported from Python now', () => {
  let folder = '';
  let models: ExportedModels;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rikuy-onnx-'));
    execFileSync(python, [join(import.meta.dirname, 'fixtures', 'export_models.py'), folder, '3000']);
    models = exportedModels(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const plain: OnnxOptions = { columns: { X: ['amount', 'weight'] } };
  const withGaps: OnnxOptions = { columns: { input: ['amount_gaps', 'weight_gaps'] } };
  it.each([
    ['logistic', plain],
    ['forest', plain],
    ['network', plain],
    ['doubles', plain],
    ['columns', {}],
    ['xgboost', withGaps],
    ['lightgbm', withGaps],
  ])('%s gives the probabilities that Python gives', (name, options) => {
    const model = readOnnx(models.bytesOf(name), { ...options, runtimeFolder });
    const scores = model.predictProba(models.X);
    model.close();
    const distances = models.answersOf(name).map((value, i) => Math.abs(value - scores[i]));
    expect(distances).toHaveLength(3000);
    expect(Math.max(...distances)).toBeLessThan(1e-6);
  });
});

function imports(modules: string): boolean {
  try {
    execFileSync(python, ['-c', `import ${modules}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
