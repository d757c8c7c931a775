import { compileKernels } from '../compile-kernels.ts';

const options = [
  ...['--runtime', 'stub', '--importMemory', '--noExportMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ...['--enable', 'simd,bulk-memory', '-O3', '--noAssert', '--use', 'abort='],
];

/** Compiles the kernels of the neural networks (AssemblyScript) to a module that holds the WebAssembly as text. */
export async function generate(): Promise<Record<string, string>> {
  const base64 = await compileKernels('neural', options);
  const text = [
    '// Generated from packages/learn/assembly/neural by scripts/generated/neural-kernels.ts; do not edit.',
    '',
    '/** WebAssembly of the kernels of neural networks, base64. */',
    `export const neuralKernelsBase64 =\n  '${base64}';`,
    '',
  ].join('\n');
  return { 'packages/learn/neural/generated/neural-kernels.ts': text };
}
