import { LearnError } from '../../protocol/learn-error.ts';
import { neuralKernelsBase64 } from '../generated/neural-kernels.ts';
import type { NeuralKernels } from './neural-kernels.ts';

const PAGE = 65_536;
const MOST_PAGES = 65_536;
/** Address 0 and 1 have meanings of their own in the kernels. */
const FIRST = 64;
/** Memories beyond this are not kept for the next caller. */
const MOST_KEPT_BYTES = 64 * 2 ** 20;

let compiled: WebAssembly.Module | undefined;
const spare: KernelMemory[] = [];

/**
 * Lends a memory with the kernels on it. A caller within a caller (a prediction inside a fit's progress) gets one of
 * its own; nothing of it may be used afterwards.
 */
export function withKernels<T>(work: (memory: KernelMemory) => T): T {
  const memory = spare.pop() ?? new KernelMemory();
  try {
    return work(memory);
  } finally {
    memory.release();
    if (spare.length === 0 && memory.bytes <= MOST_KEPT_BYTES) spare.push(memory);
  }
}

/** The kernels of networks and their memory, which is given out piece by piece and taken back at once. */
export class KernelMemory {
  readonly kernels: NeuralKernels;
  readonly #memory: WebAssembly.Memory;
  #end = FIRST;

  constructor() {
    this.#memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: false });
    compiled ??= new WebAssembly.Module(Buffer.from(neuralKernelsBase64, 'base64'));
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.kernels = exports as unknown as NeuralKernels;
  }

  get bytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /**
   * The address of so many floats, all 0. Views made before may be invalid afterwards.
   * @throws LearnError `invalid-data` beyond 4 GiB
   */
  reserve(floats: number): number {
    const address = this.#end;
    this.#end += Math.ceil(floats / 16) * 64;
    const missing = Math.ceil((this.#end - this.bytes) / PAGE);
    if (missing > 0) this.#grow(missing);
    this.floats(address, floats).fill(0);
    return address;
  }

  floats(address: number, count: number): Float32Array {
    return new Float32Array(this.#memory.buffer as unknown as ArrayBuffer, address, count);
  }

  words(address: number, count: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer as unknown as ArrayBuffer, address, count);
  }

  /** Takes everything back. */
  release(): void {
    this.#end = FIRST;
  }

  #grow(pages: number): void {
    try {
      this.#memory.grow(pages);
    } catch (cause) {
      const asked = Math.ceil(this.#end / 2 ** 20);
      throw new LearnError(
        'invalid-data',
        `a network and its rows must fit into 4096 MiB; these need ${asked} MiB. Use fewer rows or columns.`,
        { cause },
      );
    }
  }
}
