import type { Accumulator, StridedValues } from '../figure.ts';

const chunkSize = 256;

/** Numbers in order, with duplicates, in chunks so that adding to many stays cheap. */
export class SortedNumbers implements Accumulator {
  count = 0;
  /** Ascending within and across; none is empty, but the only one after `clear`. */
  private readonly chunks: number[][] = [];

  add(number: number): void {
    this.count++;
    if (this.chunks.length === 0) {
      this.chunks.push([number]);
      return;
    }
    const at = Math.min(this.chunkOf(number), this.chunks.length - 1);
    const chunk = this.chunks[at];
    insertAt(chunk, lowerBound(chunk, number), number);
    if (chunk.length > 2 * chunkSize) this.chunks.splice(at + 1, 0, chunk.splice(chunkSize));
  }

  /** Removes one that was added. */
  remove(number: number): void {
    this.count--;
    const at = this.chunkOf(number);
    const chunk = this.chunks[at];
    removeAt(chunk, lowerBound(chunk, number));
    if (chunk.length === 0) this.chunks.splice(at, 1);
  }

  clear(): void {
    this.count = 0;
    // The room of the first is kept: whoever clears will add again.
    while (this.chunks.length > 1) this.chunks.pop();
    const [first] = this.chunks;
    if (first !== undefined) while (first.length > 0) first.pop();
  }

  refill({ numbers, first, end, stride }: StridedValues): void {
    this.clear();
    if (this.chunks.length === 0) this.chunks.push([]);
    const [chunk] = this.chunks;
    for (let at = first; at < end; at += stride) {
      const number = numbers[at];
      if (Number.isNaN(number)) continue;
      let place = chunk.push(number) - 1;
      for (; place > 0 && chunk[place - 1] > number; place--) chunk[place] = chunk[place - 1];
      chunk[place] = number;
    }
    this.count = chunk.length;
  }

  min(): number {
    return this.count === 0 ? NaN : this.chunks[0][0];
  }

  max(): number {
    if (this.count === 0) return NaN;
    const last = this.chunks[this.chunks.length - 1];
    return last[last.length - 1];
  }

  /** The middle one, or the mean of the middle two. */
  median(): number {
    if (this.count === 0) return NaN;
    const upper = this.at(this.count >> 1);
    if (this.count % 2 === 1) return upper;
    const lower = this.at((this.count >> 1) - 1);
    return lower + (upper - lower) / 2;
  }

  /** The number of this rank, 0 the smallest. */
  private at(rank: number): number {
    let left = rank;
    for (const chunk of this.chunks) {
      if (left < chunk.length) return chunk[left];
      left -= chunk.length;
    }
    return NaN;
  }

  /** The first chunk whose largest is not below the number. */
  private chunkOf(number: number): number {
    let low = 0;
    let high = this.chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const chunk = this.chunks[middle];
      if (chunk[chunk.length - 1] < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

// Plain loops: `splice` makes an array of what it removes, every time.

function insertAt(chunk: number[], at: number, number: number): void {
  chunk.push(number);
  for (let i = chunk.length - 1; i > at; i--) chunk[i] = chunk[i - 1];
  chunk[at] = number;
}

function removeAt(chunk: number[], at: number): void {
  for (let i = at + 1; i < chunk.length; i++) chunk[i - 1] = chunk[i];
  chunk.pop();
}

function lowerBound(sorted: readonly number[], number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
