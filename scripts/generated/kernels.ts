import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const sources = join(import.meta.dirname, '../../packages/learn/assembly/trees');

const options = [
  ...['--runtime', 'stub', '--importMemory', '--sharedMemory', '--noExportMemory'],
  ...['--initialMemory', '1', '--maximumMemory', '65536', '--enable', 'simd,threads,bulk-memory'],
  ...['-O3', '--noAssert', '--use', 'abort='],
];

/** Compiles the kernels of the tree learners (AssemblyScript) to a module that holds the WebAssembly as text. */
export async function generate(): Promise<Record<string, string>> {
  const wasm = await compile('index.ts');
  const base64 = Buffer.from(wasm).toString('base64');
  return { 'packages/learn/trees/generated/kernels.ts': moduleText(base64) };
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
  if (error || !wasm) throw new Error(`The tree kernels must compile: ${stderr.toString()}`, { cause: error });
  return wasm;
}

function readSource(name: string): string | null {
  try {
    return readFileSync(join(sources, name), 'utf8');
  } catch {
    return null;
  }
}

function moduleText(base64: string): string {
  return [
    '// Generated from packages/learn/assembly/trees by scripts/generated/kernels.ts; do not edit.',
    '',
    '/** The constants that the kernels were compiled with. */',
    `export const kernel = {\n${layoutLines()}\n} as const;`,
    '',
    '/** WebAssembly of the tree kernels, base64. */',
    `export const treeKernelsBase64 =\n  '${base64}';`,
    '',
  ].join('\n');
}

function layoutLines(): string {
  const constants = readSource('layout.ts')!.matchAll(/^export const (\w+): \w+ = (\d+);/gm);
  return [...constants].map(([, name, value]) => `  ${name}: ${value},`).join('\n');
}
