// A helper of a kernel engine: it knows nothing but the kernels, their memory and its number.
import { workerData } from 'node:worker_threads';
import { kernel } from '../generated/kernels.ts';
import type { HelperData, KernelExports } from './kernel-engine.ts';

const { module, memory, thread } = workerData as HelperData;
const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
try {
  kernels.serve(thread);
} catch (error) {
  // Whoever waits for the task must learn that it will not be done.
  const words = new Int32Array(memory.buffer);
  Atomics.store(words, kernel.FAILED >>> 2, 1);
  Atomics.add(words, kernel.TASKS_DONE >>> 2, 1);
  Atomics.notify(words, kernel.TASKS_DONE >>> 2);
  throw error;
}
