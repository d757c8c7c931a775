import { Worker } from 'node:worker_threads';
import { kernel, treeKernelsBase64 } from '../generated/kernels.ts';

export interface KernelExports {
  run(end: number): void;
  serve(thread: number): void;
  quit(): void;
}

export interface HelperData {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly thread: number;
}

/** A memory, the kernels on it, and the helpers that share it. */
export interface KernelEngine {
  readonly memory: WebAssembly.Memory;
  readonly kernels: KernelExports;
  readonly threads: number;
  /** Tasks ever given to it. */
  tasks: number;
}

const PAGE = 65_536;
const SPARE_MILLISECONDS = 5000;
/** A spare memory this much larger than what is asked for would be held for nothing. */
const MOST_WASTE = 8;
/** Small memories are kept whatever is asked for. */
const SMALL_BYTES = 64 * 2 ** 20;
const MOST_TASKS = 2 ** 30;

let compiled: WebAssembly.Module | undefined;
// Making a memory and starting threads takes longer than a small fit, and memories are collected late: the engine of
// the last fit is kept a while for the next.
let spare: KernelEngine | undefined;
let retirement: NodeJS.Timeout | undefined;

/** An engine with at least this much memory, whose content is arbitrary but for the settings, which are 0. */
export function takeEngine(bytes: number, threads: number): KernelEngine {
  const found = spare;
  spare = undefined;
  clearTimeout(retirement);
  if (found && isFit(found, bytes, threads)) {
    clearSettings(found);
    return found;
  }
  if (found) retire(found);
  return startEngine(bytes, threads);
}

/** Gives an engine back when no task of it is open; `isSound` says whether it may be used again. */
export function giveBack(engine: KernelEngine, isSound: boolean): void {
  if (!isSound || spare || engine.tasks > MOST_TASKS) return retire(engine);
  spare = engine;
  retirement = setTimeout(() => {
    spare = undefined;
    retire(engine);
  }, SPARE_MILLISECONDS).unref();
}

function isFit({ memory, threads }: KernelEngine, bytes: number, wanted: number): boolean {
  const held = memory.buffer.byteLength;
  return threads === wanted && held >= bytes && (held <= SMALL_BYTES || held <= bytes * MOST_WASTE);
}

/** The words that describe the problem; those of the task ring go on. */
function clearSettings({ memory }: KernelEngine): void {
  new Uint8Array(memory.buffer, kernel.ROWS, PAGE - kernel.ROWS).fill(0);
}

function startEngine(bytes: number, threads: number): KernelEngine {
  const pages = Math.ceil(bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  compiled ??= new WebAssembly.Module(Buffer.from(treeKernelsBase64, 'base64'));
  const module = compiled;
  for (let thread = 1; thread < threads; thread++) startHelper({ module, memory, thread });
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
  return { memory, kernels, threads, tasks: 0 };
}

// A helper that cannot start is no reason to fail: the caller does its share. One that dies in a task says so itself.
function startHelper(workerData: HelperData): void {
  const helper = new Worker(new URL('./helper-thread.ts', import.meta.url), { workerData });
  helper.on('error', () => {});
  helper.unref();
}

function retire({ kernels }: KernelEngine): void {
  kernels.quit();
}
