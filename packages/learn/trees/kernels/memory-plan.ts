import { LearnError } from '../../protocol/learn-error.ts';

const PAGE = 65_536;
const MOST_BYTES = 65_535 * PAGE;

/** Shared memory laid out before it exists: reserve every region, then ask for as much as they need. */
export class MemoryPlan {
  // The first page holds the kernels' settings.
  #end = PAGE;

  /** The address of a new region of this many bytes, on a cache line of its own. */
  reserve(bytes: number): number {
    const address = Math.ceil(this.#end / 64) * 64;
    this.#end = address + bytes;
    return address;
  }

  /**
   * What all regions need together.
   * @throws LearnError `invalid-data` when that is more than 32-bit WebAssembly can address
   */
  bytes(): number {
    if (this.#end > MOST_BYTES) throw tooLarge(this.#end);
    return this.#end;
  }
}

function tooLarge(bytes: number): LearnError {
  const gigabytes = (bytes / 2 ** 30).toFixed(1);
  return new LearnError(
    'invalid-data',
    `training needs ${gigabytes} GiB and can address 4; use fewer rows or inputs, or train with XGBoost and import its model.`,
  );
}
