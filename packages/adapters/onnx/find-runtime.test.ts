import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LearnError } from '@rikuy/learn';
import { expect, it } from 'vitest';
import { findOnnxRuntime } from './find-runtime.ts';

it('says how to install the runtime where it is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-no-onnx-'));
  try {
    const failing = (): string => findOnnxRuntime(folder);
    expect(failing).toThrow(LearnError);
    expect(failing).toThrow(`npm install --ignore-scripts --prefix ${folder} onnxruntime-node`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
