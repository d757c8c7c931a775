import type { Accumulator, StridedValues } from '../figure.ts';
import { type NumberStore, ownStore } from './number-store.ts';

/** Offsets of an exact sum's numbers: how many were added, and the parts of their sum. */
const countAt = 0;
const smallAt = 1;
const middleAt = 2;
const largeAt = 3;

/**
 * The sum of numbers without any rounding on the way: `value` is the exact sum, rounded once. So it does not depend on
 * the order of the numbers, and what was removed leaves no trace. Keeps a few doubles that do not overlap (Shewchuk
 * 1997, "Adaptive precision floating-point arithmetic"; the rounding is that of Python's `math.fsum`).
 *
 * Three doubles, of which the unused are 0, hold the sums of nearly all data. Where they do not suffice, the largest is
 * NaN and all parts are in a list beside the store.
 */
export class ExactSum implements Accumulator {
  static readonly size = 4;
  private readonly store: NumberStore;
  private readonly at: number;

  constructor(store: NumberStore = ownStore(ExactSum.size), at = 0) {
    this.store = store;
    this.at = at;
  }

  get count(): number {
    return this.store.numbers[this.at + countAt];
  }

  add(number: number): void {
    this.store.numbers[this.at + countAt]++;
    this.include(number);
  }

  remove(number: number): void {
    this.store.numbers[this.at + countAt]--;
    this.include(-number);
  }

  clear(): void {
    if (Number.isNaN(this.store.numbers[this.at + largeAt])) this.store.spilled!.delete(this.at);
    this.store.numbers[this.at + countAt] = 0;
    this.setParts(0, 0, 0);
  }

  refill({ numbers, first, end, stride }: StridedValues): void {
    this.clear();
    let [small, middle, large, count] = [0, 0, 0, 0];
    for (let at = first; at < end; at += stride) {
      const number = numbers[at];
      if (Number.isNaN(number)) continue;
      count++;
      // `include`, with the parts at hand.
      const sum = number + small;
      const sumLost = lostIn(sum, number, small);
      const second = sum + middle;
      const secondLost = lostIn(second, sum, middle);
      const third = second + large;
      const thirdLost = lostIn(third, second, large);
      if (sumLost === 0) [small, middle, large] = [secondLost, thirdLost, third];
      else if (secondLost === 0) [small, middle, large] = [sumLost, thirdLost, third];
      else if (thirdLost === 0) [small, middle, large] = [sumLost, secondLost, third];
      else return this.fillOneByOne({ numbers, first, end, stride });
    }
    this.store.numbers[this.at + countAt] = count;
    this.setParts(small, middle, large);
  }

  private fillOneByOne({ numbers, first, end, stride }: StridedValues): void {
    this.clear();
    for (let at = first; at < end; at += stride) if (!Number.isNaN(numbers[at])) this.add(numbers[at]);
  }

  /** Adds to the sum, not to the count. */
  include(number: number): void {
    const { numbers } = this.store;
    const { at } = this;
    const small = numbers[at + smallAt];
    const middle = numbers[at + middleAt];
    const large = numbers[at + largeAt];
    if (Number.isNaN(large)) return this.includeInList(number);
    // `includeInList`, unrolled: nothing is lost in adding to an unused part.
    const first = number + small;
    const firstLost = lostIn(first, number, small);
    const second = first + middle;
    const secondLost = lostIn(second, first, middle);
    const third = second + large;
    const thirdLost = lostIn(third, second, large);
    if (firstLost === 0) this.setParts(secondLost, thirdLost, third);
    else if (secondLost === 0) this.setParts(firstLost, thirdLost, third);
    else if (thirdLost === 0) this.setParts(firstLost, secondLost, third);
    else if (third === 0) this.setParts(firstLost, secondLost, thirdLost);
    else this.compress([firstLost, secondLost, thirdLost, third]);
  }

  /** The exact sum, rounded to the nearest double. */
  value(): number {
    const { numbers } = this.store;
    const large = numbers[this.at + largeAt];
    const middle = numbers[this.at + middleAt];
    if (middle === 0 && numbers[this.at + smallAt] === 0 && !Number.isNaN(large)) return large;
    return roundedSum(this.parts());
  }

  /** The exact sum as a rounded value and what the rounding lost. */
  valueAndRest(): readonly [number, number] {
    const value = this.value();
    remainder.setParts(0, 0, 0);
    for (const part of this.parts()) remainder.include(part);
    remainder.include(-value);
    return [value, remainder.value()];
  }

  /** In increasing magnitude, no two sharing a bit; their exact sum is the sum. */
  private parts(): readonly number[] {
    const { numbers } = this.store;
    const large = numbers[this.at + largeAt];
    if (Number.isNaN(large)) return this.list();
    return [numbers[this.at + smallAt], numbers[this.at + middleAt], large];
  }

  // oxlint-disable-next-line max-params -- called for every number; an array would be made each time
  private setParts(small: number, middle: number, large: number): void {
    const { numbers } = this.store;
    numbers[this.at + smallAt] = small;
    numbers[this.at + middleAt] = middle;
    numbers[this.at + largeAt] = large;
  }

  private list(): number[] {
    return this.store.spilled!.get(this.at)!;
  }

  /** Parts may hold few bits each; most often fewer parts hold them all. */
  private compress(parts: readonly number[]): void {
    const packed = compressed(parts);
    if (packed.length <= 3) this.takeBack(packed);
    else this.spill(packed);
  }

  private spill(parts: number[]): void {
    (this.store.spilled ??= new Map()).set(this.at, parts);
    this.setParts(0, 0, NaN);
  }

  private includeInList(number: number): void {
    const parts = this.list();
    const before = parts.length;
    let carried = number;
    let kept = 0;
    for (let i = 0; i < before; i++) {
      const sum = carried + parts[i];
      const lost = lostIn(sum, carried, parts[i]);
      if (lost !== 0) parts[kept++] = lost;
      carried = sum;
    }
    while (parts.length > kept) parts.pop();
    if (carried !== 0) parts.push(carried);
    if (parts.length <= 3) this.takeBack(parts);
  }

  private takeBack(parts: readonly number[]): void {
    this.store.spilled?.delete(this.at);
    this.setParts(parts.at(-3) ?? 0, parts.at(-2) ?? 0, parts.at(-1) ?? 0);
  }
}

/** The same sum in as few parts as there can be (Shewchuk 1997, figure 15). Parts are in increasing magnitude. */
function compressed(parts: readonly number[]): number[] {
  const downwards: number[] = [];
  let carried = parts[parts.length - 1];
  for (let i = parts.length - 2; i >= 0; i--) {
    const sum = carried + parts[i];
    const lost = lostIn(sum, carried, parts[i]);
    if (lost !== 0) downwards.push(sum);
    carried = lost === 0 ? sum : lost;
  }
  const upwards: number[] = [];
  for (let i = downwards.length - 1; i >= 0; i--) {
    const sum = downwards[i] + carried;
    const lost = lostIn(sum, downwards[i], carried);
    if (lost !== 0) upwards.push(lost);
    carried = sum;
  }
  upwards.push(carried);
  return upwards;
}

/** Used and emptied within one call. */
const remainder = new ExactSum();

/** What rounding lost of a + b (Knuth, "The art of computer programming" 2, 4.2.2). */
function lostIn(sum: number, a: number, b: number): number {
  const fromB = sum - a;
  return a - (sum - fromB) + (b - fromB);
}

function roundedSum(parts: readonly number[]): number {
  let next = parts.length - 1;
  let sum = parts[next];
  let lost = 0;
  while (next > 0 && lost === 0) {
    const larger = sum;
    const part = parts[--next];
    sum = larger + part;
    lost = part - (sum - larger);
  }
  return next > 0 && Math.sign(lost) === Math.sign(parts[next - 1]) ? roundHalfway(sum, lost) : sum;
}

/** What was lost lay exactly halfway and more of the same sign follows: round away instead of to even. */
function roundHalfway(sum: number, lost: number): number {
  const twice = lost * 2;
  const away = sum + twice;
  return away - sum === twice ? away : sum;
}
