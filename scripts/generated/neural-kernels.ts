import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const sources = join(import.meta.dirname, '../../packages/learn/assembly/neural');

const options = [
  ...['--runtime', 'stub', '--importMemory', '--noExportMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ...['--enable', 'simd,bulk-memory', '-O3', '--noAssert', '--use', 'abort='],
];

/** Compiles the kernels of the neural networks (AssemblyScript) to a module that holds the WebAssembly as text. */
export async function generate(): Promise<Record<string, string>> {
  const base64 = Buffer.from(await compile('index.ts')).toString('base64');
  const text = [
    '// Generated from packages/learn/assembly/neural by scripts/generated/neural-kernels.ts; do not edit.',
    '',
    '/** WebAssembly of the kernels of neural networks, base64. */',
    `export const neuralKernelsBase64 =\n  '${base64}';`,
    '',
  ].join('\n');
  return { 'packages/learn/neural/generated/neural-kernels.ts': text };
}

async function compile(entry: string): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main([entry, '--outFile', 'kernels.wasm', ...options], {
    readFile: readSource,
    writeFile: (name, content) => {
      if (name.endsWith('.wasm')) wasm = content as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(`The neural kernels must compile: ${stderr.toString()}`, { cause: error });
  return wasm;
}

function readSource(name: string): string | null {
  try {
    return readFileSync(join(sources, name), 'utf8');
  } catch {
    return null;
  }
}
