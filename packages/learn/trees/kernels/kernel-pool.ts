import { Worker } from 'node:worker_threads';
import { kernel, treeKernelsBase64 } from '../generated/kernels.ts';
import type { MemoryPlan } from './memory-plan.ts';

export interface KernelExports {
  attach(scratch: number): void;
  run(end: number): void;
  serve(): void;
  quit(): void;
}

export interface HelperData {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly scratch: number;
}

let compiled: WebAssembly.Module | undefined;

/**
 * The tree kernels over one shared memory, and the threads that run them. Tasks are added and then run together, each
 * by whichever thread is free, the caller among them: helpers that start late or not at all cost time, never results.
 * Nothing here waits for the event loop, so a fit may stay synchronous.
 */
export class KernelPool {
  readonly threads: number;
  readonly buffer: ArrayBufferLike;
  readonly ints: Int32Array;
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
  readonly #kernels: KernelExports;
  readonly #ring: number;
  #added = 0;
  #run = 0;

  /** `scratchBytes` is what each thread gets for itself. */
  constructor(plan: MemoryPlan, threads: number, scratchBytes: number) {
    this.threads = threads;
    this.#ring = plan.reserve((kernel.TASK_MASK + 1) * kernel.TASK_BYTES);
    const scratch = Array.from({ length: threads }, () => plan.reserve(scratchBytes));
    const memory = plan.create();
    this.buffer = memory.buffer;
    this.ints = new Int32Array(memory.buffer);
    this.floats = new Float32Array(memory.buffer);
    this.doubles = new Float64Array(memory.buffer);
    this.setInt(kernel.TASK_RING, this.#ring);
    const module = treeKernels();
    this.#kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
    this.#kernels.attach(scratch[0]);
    for (const one of scratch.slice(1)) startHelper({ module, memory, scratch: one });
  }

  setInt(address: number, value: number): void {
    this.ints[address >>> 2] = value;
  }

  setDouble(address: number, value: number): void {
    this.doubles[address >>> 3] = value;
  }

  /** Adds a task (`kernel.DO_…`) with up to five whole arguments; it starts at the next `run`. */
  add(what: number, a: number, b: number, c = 0, d = 0, e = 0): void {
    const at = this.#nextTask();
    const { ints } = this;
    ints[at] = what;
    ints[at + 1] = a;
    ints[at + 2] = b;
    ints[at + 3] = c;
    ints[at + 4] = d;
    ints[at + 5] = e;
  }

  addLeaf(rows: number, end: number, value: number): void {
    const at = this.#nextTask();
    this.ints[at] = kernel.DO_LEAF;
    this.ints[at + 1] = rows;
    this.ints[at + 2] = end;
    this.floats[at + 3] = value;
  }

  addSplitLeaves(rows: number, end: number, split: number, left: number, right: number): void {
    const at = this.#nextTask();
    this.ints[at] = kernel.DO_SPLIT_LEAVES;
    this.ints[at + 1] = rows;
    this.ints[at + 2] = end;
    this.ints[at + 3] = split;
    this.floats[at + 4] = left;
    this.floats[at + 5] = right;
  }

  /** Runs all tasks added so far, in no particular order, and returns when they are done. */
  run(): void {
    if (this.#added === this.#run) return;
    this.#run = this.#added;
    this.#kernels.run(this.#run);
  }

  /** Lets the helpers end. */
  close(): void {
    this.#kernels.quit();
  }

  #nextTask(): number {
    if (this.#added - this.#run > kernel.TASK_MASK) this.run();
    const slot = this.#added++ & kernel.TASK_MASK;
    return (this.#ring + slot * kernel.TASK_BYTES) >>> 2;
  }
}

function treeKernels(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(Buffer.from(treeKernelsBase64, 'base64'));
  return compiled;
}

// An error in a helper (no thread to be had, say) is no reason to fail: the caller does its share.
function startHelper(workerData: HelperData): void {
  const helper = new Worker(new URL('./helper-thread.ts', import.meta.url), { workerData });
  helper.on('error', () => {});
  helper.unref();
}
