import type { Accumulator } from '../figure.ts';

/**
 * The sum of numbers without any rounding on the way: `value` is the exact sum, rounded once. So it does not depend on
 * the order of the numbers, and what was removed leaves no trace. Keeps a few doubles that do not overlap (Shewchuk
 * 1997, "Adaptive precision floating-point arithmetic"; the rounding is that of Python's `math.fsum`).
 */
export class ExactSum implements Accumulator {
  count = 0;
  /** All of the sum while it fits one double, as sums of whole numbers do; then `parts` is empty. */
  private whole = 0;
  /** In increasing magnitude, no two sharing a bit; their exact sum is the sum. */
  private readonly parts: number[] = [];

  add(number: number): void {
    this.count++;
    this.include(number);
  }

  remove(number: number): void {
    this.count--;
    this.include(-number);
  }

  /** Adds to the sum, not to the count. */
  include(number: number): void {
    if (this.parts.length > 0) return this.includeInParts(number);
    const sum = this.whole + number;
    const error = lostIn(sum, this.whole, number);
    if (error === 0) {
      this.whole = sum;
    } else {
      this.parts.push(error, sum);
      this.whole = 0;
    }
  }

  private includeInParts(number: number): void {
    const { parts } = this;
    const before = parts.length;
    let carried = number;
    let kept = 0;
    for (let i = 0; i < before; i++) {
      const sum = carried + parts[i];
      const error = lostIn(sum, carried, parts[i]);
      if (error !== 0) parts[kept++] = error;
      carried = sum;
    }
    while (parts.length > kept) parts.pop();
    if (kept === 0) this.whole = carried;
    else if (carried !== 0) parts.push(carried);
  }

  /** The exact sum, rounded to the nearest double. */
  value(): number {
    return this.parts.length === 0 ? this.whole : roundedSum(this.parts);
  }

  /** The exact sum as a rounded value and what the rounding lost. */
  valueAndRest(): readonly [number, number] {
    if (this.parts.length === 0) return [this.whole, 0];
    const value = this.value();
    const rest = new ExactSum();
    for (const part of this.parts) rest.include(part);
    rest.include(-value);
    return [value, rest.value()];
  }
}

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
