import type { Random } from '../random/random.ts';

/**
 * Draws rows without replacement, each with a chance in proportion to its weight among those left, in time
 * `log(rows)` per draw: weights are kept in a tree of partial sums (Fenwick 1994) in which a drawn row has weight 0.
 */
export class WeightedDraw {
  readonly #weights: Float64Array;
  readonly #sums: Float64Array;
  readonly #top: number;

  /** @param weights above 0 */
  constructor(weights: Float64Array) {
    this.#weights = weights;
    this.#sums = partialSums(weights);
    this.#top = 2 ** Math.floor(Math.log2(Math.max(1, weights.length)));
  }

  /** Distinct rows; the next draw starts again from all of them. */
  draw(count: number, random: Random): Int32Array {
    const rows = new Int32Array(count);
    const isDrawn = new Set<number>();
    let left = this.#total();
    while (isDrawn.size < count) {
      const row = this.#rowAt(random.next() * left);
      if (isDrawn.has(row)) continue; // rounding in the partial sums may leave a trace of a drawn row's weight
      rows[isDrawn.size] = row;
      isDrawn.add(row);
      this.#add(row, -this.#weights[row]);
      left = this.#total();
    }
    for (const row of rows) this.#add(row, this.#weights[row]);
    return rows;
  }

  #total(): number {
    let sum = 0;
    for (let k = this.#weights.length; k > 0; k -= k & -k) sum += this.#sums[k];
    return sum;
  }

  /** The row at which the running sum of the weights passes `target`. */
  #rowAt(target: number): number {
    let before = 0;
    let rest = target;
    for (let step = this.#top; step > 0; step >>= 1) {
      const next = before + step;
      if (next > this.#weights.length || this.#sums[next] > rest) continue;
      before = next;
      rest -= this.#sums[next];
    }
    return Math.min(before, this.#weights.length - 1);
  }

  #add(row: number, weight: number): void {
    for (let k = row + 1; k <= this.#weights.length; k += k & -k) this.#sums[k] += weight;
  }
}

/** `sums[k]`: the weights of the `k & −k` rows that end with row `k − 1`. */
function partialSums(weights: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  sums.set(weights, 1);
  for (let k = 1; k <= weights.length; k++) {
    const above = k + (k & -k);
    if (above <= weights.length) sums[above] += sums[k];
  }
  return sums;
}
