import type { Accumulator } from '../figure.ts';

/** How many different values are looked through one by one; more go into a map. */
const fewValues = 16;

/** How many different values there are, each with how often. Most windows have few: one short list then holds them. */
export class DistinctCount implements Accumulator {
  distinct = 0;
  /** Each value, followed by how often it is there; as many pairs as there are values, what lies behind is free. */
  private readonly pairs: number[] = [];
  private timesOf: Map<number, number> | null = null;

  add(value: number): void {
    if (this.timesOf !== null) this.addToMap(value, this.timesOf);
    else this.addToPairs(value);
  }

  /** Removes one that was added. */
  remove(value: number): void {
    if (this.timesOf !== null) this.removeFromMap(value, this.timesOf);
    else this.removeFromPairs(this.pairOf(value));
  }

  clear(): void {
    this.distinct = 0;
    this.timesOf = null;
  }

  private addToPairs(value: number): void {
    const { pairs } = this;
    const at = this.pairOf(value);
    if (at < 2 * this.distinct) {
      pairs[at + 1]++;
      return;
    }
    pairs[at] = value;
    pairs[at + 1] = 1;
    this.distinct++;
    if (this.distinct > fewValues) this.moveToMap();
  }

  /** Where the value stands; behind the last when it is not there. */
  private pairOf(value: number): number {
    const { pairs } = this;
    const end = 2 * this.distinct;
    let at = 0;
    while (at < end && pairs[at] !== value) at += 2;
    return at;
  }

  private removeFromPairs(at: number): void {
    const { pairs } = this;
    if (--pairs[at + 1] > 0) return;
    this.distinct--;
    pairs[at] = pairs[2 * this.distinct];
    pairs[at + 1] = pairs[2 * this.distinct + 1];
  }

  private moveToMap(): void {
    const { pairs } = this;
    this.timesOf = new Map();
    for (let at = 0; at < 2 * this.distinct; at += 2) this.timesOf.set(pairs[at], pairs[at + 1]);
  }

  private addToMap(value: number, timesOf: Map<number, number>): void {
    timesOf.set(value, (timesOf.get(value) ?? 0) + 1);
    this.distinct = timesOf.size;
  }

  private removeFromMap(value: number, timesOf: Map<number, number>): void {
    const left = timesOf.get(value)! - 1;
    if (left > 0) timesOf.set(value, left);
    else timesOf.delete(value);
    this.distinct = timesOf.size;
    if (timesOf.size > fewValues / 2) return;
    this.timesOf = null;
    let at = 0;
    for (const [known, times] of timesOf) {
      this.pairs[at++] = known;
      this.pairs[at++] = times;
    }
  }
}
