import type { TreeEnsemble } from '../tree-ensemble.ts';
import type { InputBins } from './bins.ts';

/** Where a node sends its rows, in bins. */
export interface BinSplit {
  readonly input: number;
  readonly gain: number;
  /** The last bin that goes left; of no meaning for categories. */
  readonly bin: number;
  readonly missingLeft: boolean;
  /** For a category, 256 bits: the bins that go right. */
  readonly rightBins?: Uint32Array;
}

/** Collects the nodes of growing trees into an ensemble, translating bins back to thresholds and sets of codes. */
export class EnsembleBuilder {
  readonly #bins: readonly InputBins[];
  readonly #roots: number[] = [];
  readonly #feature: number[] = [];
  readonly #threshold: number[] = [];
  readonly #left: number[] = [];
  readonly #missingLeft: number[] = [];
  readonly #value: number[] = [];
  readonly #cover: number[] = [];
  readonly #gain: number[] = [];
  readonly #categoryStart: number[] = [];
  readonly #categoryWords: number[] = [];
  readonly #categoryBits: number[] = [];

  constructor(bins: readonly InputBins[]) {
    this.#bins = bins;
  }

  get treeCount(): number {
    return this.#roots.length;
  }

  /** Starts a tree and returns its root. */
  startTree(cover: number): number {
    const root = this.#addNode(cover);
    this.#roots.push(root);
    return root;
  }

  /** Makes a node a leaf with this output, and returns the output as stored, a float32. */
  setLeaf(node: number, value: number): number {
    return (this.#value[node] = Math.fround(value));
  }

  /** Splits a node and returns its left child; the right one follows it. */
  setSplit(node: number, split: BinSplit, leftCover: number, rightCover: number): number {
    this.#feature[node] = split.input;
    this.#gain[node] = split.gain;
    this.#missingLeft[node] = split.missingLeft ? 1 : 0;
    const bins = this.#bins[split.input];
    if (bins.kind === 'number') this.#threshold[node] = upperBound(bins.cuts, split.bin);
    else this.#setCategories(node, bins.binOfCode, split.rightBins!);
    this.#left[node] = this.#addNode(leftCover);
    this.#addNode(rightCover);
    return this.#left[node];
  }

  /** The first `trees` trees as an ensemble. */
  build(baseMargin: number, trees = this.treeCount): TreeEnsemble {
    return { ...this.#trees(0, trees), baseMargin };
  }

  /** The latest tree alone, starting from 0. */
  buildLast(): TreeEnsemble {
    return { ...this.#trees(this.treeCount - 1, this.treeCount), baseMargin: 0 };
  }

  #trees(first: number, end: number): Omit<TreeEnsemble, 'baseMargin'> {
    const start = this.#roots[first] ?? 0;
    const stop = this.#roots[end] ?? this.#feature.length;
    const ints = (values: number[]) => Int32Array.from(values.slice(start, stop));
    const floats = (values: number[]) => Float32Array.from(values.slice(start, stop));
    return {
      roots: Int32Array.from(this.#roots.slice(first, end), root => root - start),
      feature: ints(this.#feature),
      threshold: floats(this.#threshold),
      left: ints(this.#left).map(left => (left < 0 ? left : left - start)),
      missingLeft: Uint8Array.from(this.#missingLeft.slice(start, stop)),
      value: floats(this.#value),
      cover: floats(this.#cover),
      gain: floats(this.#gain),
      categoryStart: ints(this.#categoryStart),
      categoryWords: ints(this.#categoryWords),
      categoryBits: Uint32Array.from(this.#categoryBits),
    };
  }

  #addNode(cover: number): number {
    const node = this.#feature.length;
    this.#feature.push(-1);
    this.#threshold.push(0);
    this.#left.push(-1);
    this.#missingLeft.push(0);
    this.#value.push(0);
    this.#cover.push(cover);
    this.#gain.push(0);
    this.#categoryStart.push(-1);
    this.#categoryWords.push(0);
    return node;
  }

  #setCategories(node: number, binOfCode: Uint8Array, rightBins: Uint32Array): void {
    const words = codesOfBins(binOfCode, rightBins);
    this.#categoryStart[node] = this.#categoryBits.length;
    this.#categoryWords[node] = words.length;
    for (const word of words) this.#categoryBits.push(word);
  }
}

/** The codes whose bins are in the set, as a bit set without empty words at its end. */
export function codesOfBins(binOfCode: Uint8Array, bins: Uint32Array): Uint32Array {
  const words = new Uint32Array((binOfCode.length + 31) >>> 5);
  let used = 0;
  binOfCode.forEach((bin, code) => {
    if (((bins[bin >>> 5] >>> (bin & 31)) & 1) === 0) return;
    words[code >>> 5] |= 1 << (code & 31);
    used = (code >>> 5) + 1;
  });
  return words.subarray(0, used);
}

const LARGEST_FLOAT = 3.4028234663852886e38;

/** What is below the threshold after `bin`; behind the last bin every number is (only missing values go right). */
export function upperBound(cuts: Float32Array, bin: number): number {
  return bin < cuts.length ? cuts[bin] : LARGEST_FLOAT;
}
