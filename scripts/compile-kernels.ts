import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main as compile } from 'assemblyscript/asc';

const assembly = join(import.meta.dirname, '..', 'packages', 'learn', 'assembly');

/** Compiles the AssemblyScript of a folder of `packages/learn/assembly` to WebAssembly, base64. */
export async function compileKernels(folder: string, options: readonly string[]): Promise<string> {
  let wasm: Uint8Array | undefined;
  const complaints: string[] = [];
  const { error } = await compile(['index.ts', '--outFile', 'kernels.wasm', ...options], {
    readFile: name => readSource(join(assembly, folder, name)),
    writeFile: (name, content) => {
      if (name.endsWith('.wasm')) wasm = content as Uint8Array;
    },
    listFiles: () => [],
    stderr: { write: text => void complaints.push(typeof text === 'string' ? text : new TextDecoder().decode(text)) },
  });
  if (error || !wasm) throw new Error(`The ${folder} kernels must compile: ${complaints.join('')}`, { cause: error });
  return Buffer.from(wasm).toString('base64');
}

/** The compiler asks for names that may not exist and takes null for an answer. */
function readSource(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
