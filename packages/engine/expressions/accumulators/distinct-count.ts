import type { Accumulator } from '../figure.ts';

/** How many different values are looked through one by one; more go into a map. */
const fewValues = 16;

/** How many different values there are, each with how often. Most windows have few: two short lists then hold them. */
export class DistinctCount implements Accumulator {
  private readonly values: number[] = [];
  private readonly times: number[] = [];
  private timesOf: Map<number, number> | null = null;

  get distinct(): number {
    return this.timesOf === null ? this.values.length : this.timesOf.size;
  }

  add(value: number): void {
    if (this.timesOf !== null) {
      this.timesOf.set(value, (this.timesOf.get(value) ?? 0) + 1);
      return;
    }
    const at = this.values.indexOf(value);
    if (at >= 0) this.times[at]++;
    else if (this.values.length < fewValues) this.append(value, 1);
    else this.moveToMap(value);
  }

  /** Removes one that was added. */
  remove(value: number): void {
    if (this.timesOf === null) this.removeFromLists(this.values.indexOf(value));
    else this.removeFromMap(value, this.timesOf);
  }

  private append(value: number, times: number): void {
    this.values.push(value);
    this.times.push(times);
  }

  private moveToMap(value: number): void {
    this.timesOf = new Map(this.values.map((known, i) => [known, this.times[i]]));
    this.timesOf.set(value, 1);
    this.values.length = 0;
    this.times.length = 0;
  }

  private removeFromLists(at: number): void {
    if (--this.times[at] > 0) return;
    const [lastValue, lastTimes] = [this.values.pop()!, this.times.pop()!];
    if (at === this.values.length) return;
    this.values[at] = lastValue;
    this.times[at] = lastTimes;
  }

  private removeFromMap(value: number, timesOf: Map<number, number>): void {
    const left = timesOf.get(value)! - 1;
    if (left > 0) timesOf.set(value, left);
    else timesOf.delete(value);
    if (timesOf.size > fewValues / 2) return;
    for (const [known, times] of timesOf) this.append(known, times);
    this.timesOf = null;
  }
}
