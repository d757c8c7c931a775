import type { Accumulator } from '../figure.ts';
import { ExactSum } from './exact-sum.ts';
import { type NumberStore, ownStore } from './number-store.ts';

/** Sum and sum of squares without rounding, for a spread that does not suffer from cancellation. */
export class ExactMoments implements Accumulator {
  static readonly size = 2 * ExactSum.size;
  private readonly sum: ExactSum;
  private readonly squares: ExactSum;

  constructor(store: NumberStore = ownStore(ExactMoments.size), at = 0) {
    this.sum = new ExactSum(store, at);
    this.squares = new ExactSum(store, at + ExactSum.size);
  }

  add(number: number): void {
    this.sum.add(number);
    this.square(number, 1);
  }

  remove(number: number): void {
    this.sum.remove(number);
    this.square(number, -1);
  }

  clear(): void {
    this.sum.clear();
    this.squares.clear();
  }

  /** The sample standard deviation (n − 1); NaN of fewer than two numbers. */
  standardDeviation(): number {
    const { count } = this.sum;
    if (count < 2) return NaN;
    const [sum, sumRest] = this.sum.valueAndRest();
    const [squares, squaresRest] = this.squares.valueAndRest();
    const [scaled, scaledRest] = exactProduct(count, squares);
    const [squared, squaredRest] = exactProduct(sum, sum);
    // n Σx² − (Σx)², each in twice the precision: the leading parts nearly cancel.
    const spread = scaled - squared + (scaledRest - squaredRest + count * squaresRest - 2 * sum * sumRest);
    return Math.sqrt(Math.max(0, spread) / (count * (count - 1)));
  }

  private square(number: number, sign: 1 | -1): void {
    const [square, rest] = exactProduct(number, number);
    this.squares.include(sign * square);
    this.squares.include(sign * rest);
  }
}

/** A product as a rounded value and what the rounding lost (Dekker 1971). */
function exactProduct(a: number, b: number): readonly [number, number] {
  const product = a * b;
  const aHigh = highHalf(a);
  const aLow = a - aHigh;
  const bHigh = highHalf(b);
  const bLow = b - bHigh;
  return [product, aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)];
}

function highHalf(number: number): number {
  const scaled = 134217729 * number;
  return scaled - (scaled - number);
}
