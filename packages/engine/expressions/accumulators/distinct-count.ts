import type { Accumulator } from '../figure.ts';

/** How many different values there are, each with how often. */
export class DistinctCount implements Accumulator {
  private readonly times = new Map<number, number>();

  get distinct(): number {
    return this.times.size;
  }

  add(value: number): void {
    this.times.set(value, (this.times.get(value) ?? 0) + 1);
  }

  /** Removes one that was added. */
  remove(value: number): void {
    const left = this.times.get(value)! - 1;
    if (left === 0) this.times.delete(value);
    else this.times.set(value, left);
  }
}
