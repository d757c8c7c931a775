import type { Accumulator } from '../figure.ts';

/** How many different values are looked through one by one; more go into a map. */
const fewValues = 16;

/** How many different values there are, each with how often. Most windows have few: one short list then holds them. */
export class DistinctCount implements Accumulator {
  distinct = 0;
  /** Each value, followed by how often it is there. */
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

  private addToPairs(value: number): void {
    const at = this.pairOf(value);
    if (at < this.pairs.length) {
      this.pairs[at + 1]++;
      return;
    }
    this.distinct++;
    this.pairs.push(value, 1);
    if (this.distinct > fewValues) this.moveToMap();
  }

  /** Where the value stands; behind the last when it is not there. */
  private pairOf(value: number): number {
    const { pairs } = this;
    let at = 0;
    while (at < pairs.length && pairs[at] !== value) at += 2;
    return at;
  }

  private removeFromPairs(at: number): void {
    const { pairs } = this;
    if (--pairs[at + 1] > 0) return;
    this.distinct--;
    const times = pairs.pop()!;
    const value = pairs.pop()!;
    if (at === pairs.length) return;
    pairs[at] = value;
    pairs[at + 1] = times;
  }

  private moveToMap(): void {
    const { pairs } = this;
    this.timesOf = new Map();
    for (let at = 0; at < pairs.length; at += 2) this.timesOf.set(pairs[at], pairs[at + 1]);
    pairs.length = 0;
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
    for (const [known, times] of timesOf) this.pairs.push(known, times);
    this.timesOf = null;
  }
}
