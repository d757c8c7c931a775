import { kernel } from '../generated/kernels.ts';
import { giveBack, type KernelEngine, takeEngine } from './kernel-engine.ts';
import type { MemoryPlan } from './memory-plan.ts';

/**
 * The tree kernels over one shared memory, and the threads that run them. Tasks are added and then run together, each
 * by whichever thread is free, the caller among them: helpers that start late or not at all cost time, never results.
 * Nothing here waits for the event loop, so a fit may stay synchronous. What the memory holds at first is arbitrary.
 */
export class KernelPool {
  readonly threads: number;
  readonly buffer: SharedArrayBuffer;
  readonly ints: Int32Array;
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
  readonly #engine: KernelEngine;
  readonly #ring: number;
  #added: number;

  /** `scratchBytes` is what each thread gets for itself. */
  constructor(plan: MemoryPlan, threads: number, scratchBytes: number) {
    this.threads = Math.min(Math.max(threads, 1), kernel.MOST_THREADS);
    this.#ring = plan.reserve((kernel.TASK_MASK + 1) * kernel.TASK_BYTES);
    const scratches = Array.from({ length: this.threads }, () => plan.reserve(scratchBytes));
    this.#engine = takeEngine(plan.bytes(), this.threads);
    this.#added = this.#engine.tasks;
    this.buffer = this.#engine.memory.buffer;
    this.ints = new Int32Array(this.buffer);
    this.floats = new Float32Array(this.buffer);
    this.doubles = new Float64Array(this.buffer);
    this.setInt(kernel.TASK_RING, this.#ring);
    scratches.forEach((address, thread) => this.setInt(kernel.SCRATCHES + thread * 4, address));
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
    if (this.#added === this.#engine.tasks) return;
    this.#engine.tasks = this.#added;
    this.#engine.kernels.run(this.#added);
    if (this.ints[kernel.FAILED >>> 2] !== 0) throw new Error('A helper thread of the tree kernels died in a task.');
  }

  /** Ends the use of the pool; its memory and threads serve the next one. */
  close(): void {
    const isDone = this.ints[kernel.TASKS_DONE >>> 2] === this.#engine.tasks;
    giveBack(this.#engine, isDone && this.ints[kernel.FAILED >>> 2] === 0);
  }

  #nextTask(): number {
    if (this.#added - this.#engine.tasks > kernel.TASK_MASK) this.run();
    const slot = this.#added++ & kernel.TASK_MASK;
    return (this.#ring + slot * kernel.TASK_BYTES) >>> 2;
  }
}
