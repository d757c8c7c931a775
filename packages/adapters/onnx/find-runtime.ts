import { createRequire } from 'node:module';
import { join } from 'node:path';
import { LearnError } from '@rikuy/learn';

const PACKAGE = 'onnxruntime-node';

/**
 * The file by which `onnxruntime-node` is loaded: from a folder whose `node_modules` hold it, or as any dependency. It
 * is no dependency of ours, because it takes 290 MB for platforms that one machine never is at once.
 * @throws LearnError `unsupported-model` when it is in neither place, with the command that installs it
 */
export function findOnnxRuntime(folder?: string): string {
  const from = folder === undefined ? import.meta.url : join(folder, 'package.json');
  try {
    return createRequire(from).resolve(PACKAGE);
  } catch (cause) {
    const where = folder === undefined ? '' : ` --prefix ${folder}`;
    throw new LearnError(
      'unsupported-model',
      `scoring ONNX models needs the package \`${PACKAGE}\`, which is not installed${folder === undefined ? '' : ` in ${folder}`}. ` +
        `Run \`npm install --ignore-scripts${where} ${PACKAGE}\` (its script only downloads CUDA; the CPU's library is inside).`,
      { cause },
    );
  }
}
