import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernels } from '../compile-kernels.ts';

const layout = join(import.meta.dirname, '../../packages/learn/assembly/trees/layout.ts');

const options = [
  ...['--runtime', 'stub', '--importMemory', '--sharedMemory', '--noExportMemory'],
  ...['--initialMemory', '1', '--maximumMemory', '65536', '--enable', 'simd,threads,bulk-memory'],
  ...['-O3', '--noAssert', '--use', 'abort='],
];

/** Compiles the kernels of the tree learners (AssemblyScript) to a module that holds the WebAssembly as text. */
export async function generate(): Promise<Record<string, string>> {
  const base64 = await compileKernels('trees', options);
  return { 'packages/learn/trees/generated/kernels.ts': moduleText(base64) };
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
  const constants = readFileSync(layout, 'utf8').matchAll(/^export const (\w+): \w+ = (\d+);/gm);
  return [...constants].map(([, name, value]) => `  ${name}: ${value},`).join('\n');
}
