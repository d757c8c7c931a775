// A helper of a kernel pool: it knows nothing but the kernels and the memory it shares with its pool.
import { workerData } from 'node:worker_threads';
import type { HelperData, KernelExports } from './kernel-pool.ts';

const { module, memory, scratch } = workerData as HelperData;
const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
kernels.attach(scratch);
kernels.serve();
