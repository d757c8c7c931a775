import { kernel } from '../generated/kernels.ts';
import { byBlocks } from './binned-table.ts';
import type { BinSplit, EnsembleBuilder } from './ensemble-builder.ts';
import type { GrowerMemory } from './grower-memory.ts';
import { partition, partOfRows, type SplitRows } from './row-partition.ts';

export interface GrowthLimits {
  readonly growth: 'depth-wise' | 'leaf-wise';
  readonly maxDepth: number;
  readonly maxLeaves: number;
  readonly maxStep: number;
  readonly learningRate: number;
  readonly lambda: number;
  readonly gamma: number;
  readonly minChildWeight: number;
  /** −1, 0 or 1 for each input. */
  readonly monotone: readonly number[];
}

/** Whole quanta of gradient and hessian, and what one of each is worth. */
export interface PackedTotals {
  readonly gradient: number;
  readonly hessian: number;
}

interface GrowingNode {
  readonly node: number;
  /** Splits between the root and it. */
  readonly depth: number;
  /** Addresses of its list of rows; both 0 for the root, whose rows are all. */
  readonly rows: number;
  readonly end: number;
  readonly sums: PackedTotals;
  /** Bounds of its weight, from monotone constraints. */
  readonly low: number;
  readonly high: number;
  /** Its histogram's slot, or −1 while it has none. */
  slot: number;
}

/** Nodes to be evaluated together: `counted` from its rows, `derived` from their parent's histogram. */
interface Family {
  readonly counted: GrowingNode;
  readonly derived?: GrowingNode;
}

interface Decision {
  readonly node: GrowingNode;
  readonly split: BinSplit;
  readonly splitAddress: number;
  readonly left: PackedTotals;
  readonly right: PackedTotals;
}

/** Gains below are rounding. */
const LEAST_GAIN = 1e-6;
/** Slots that families never keep, so that nodes without a histogram can always be evaluated. */
const SPARE_SLOTS = 8;
/** Fewer rows are not worth a second thread. */
const LEAST_PART_ROWS = 16_384;
/** Tasks per thread that even out who gets which. */
const SHARES = 3;

/**
 * Grows one tree at a time, level by level or the most gainful leaf first: counts histograms of the smaller children,
 * derives those of the larger by subtraction, finds the best splits, and partitions the rows. Sums are integers, so the
 * tree does not depend on who added what in which order.
 */
export class TreeGrower {
  readonly #memory: GrowerMemory;
  readonly #limits: GrowthLimits;
  readonly #builder: EnsembleBuilder;
  readonly #freeSlots: number[] = [];
  readonly #constrained: boolean;
  #units: PackedTotals = { gradient: 1, hessian: 1 };
  #activeCount = 0;

  constructor(memory: GrowerMemory, limits: GrowthLimits, builder: EnsembleBuilder) {
    this.#memory = memory;
    this.#limits = limits;
    this.#builder = builder;
    this.#constrained = limits.monotone.some(direction => direction !== 0);
    for (let slot = memory.slots.count - 1; slot >= 0; slot--) this.#freeSlots.push(slot);
  }

  /** Grows a tree on the packed gradients and adds its leaves to the margins. */
  grow(total: PackedTotals, units: PackedTotals, activeCount: number): void {
    this.#units = units;
    this.#activeCount = activeCount;
    const node = this.#builder.startTree(total.hessian * units.hessian);
    const { growth, maxStep } = this.#limits;
    const root = { node, depth: 0, rows: 0, end: 0, sums: total, low: -maxStep, high: maxStep, slot: -1 };
    if (growth === 'leaf-wise') this.#growByLeaves(root);
    else this.#growByLevels(root);
    this.#memory.pool.run();
  }

  #growByLevels(root: GrowingNode): void {
    let families: Family[] = [{ counted: root }];
    for (let depth = 1; families.length > 0; depth++) {
      families = this.#growLevel(families, depth === this.#limits.maxDepth);
    }
  }

  /** Splits the leaf of the greatest gain (of equals the oldest) until there are enough leaves. */
  #growByLeaves(root: GrowingNode): void {
    const { maxDepth, maxLeaves } = this.#limits;
    const open = this.#decisionsOn([{ counted: root }]);
    for (let leaves = 1; open.length > 0 && leaves < maxLeaves; leaves++) {
      const [decision] = open.splice(indexOfGreatestGain(open), 1);
      const isLast = leaves + 1 === maxLeaves || decision.node.depth + 1 === maxDepth;
      if (isLast) this.#finish([decision]);
      else open.push(...this.#decisionsOn(this.#split([decision])));
    }
    for (const { node } of open) this.#makeLeaf(node);
  }

  #decisionsOn(families: Family[]): Decision[] {
    if (families.length === 0) return [];
    this.#evaluate(families);
    return this.#decide(families);
  }

  #growLevel(families: Family[], isLast: boolean): Family[] {
    const next: Family[] = [];
    for (const batch of this.#batches(families)) {
      const decisions = this.#decisionsOn(batch);
      if (isLast) this.#finish(decisions);
      else next.push(...this.#split(decisions));
    }
    return next;
  }

  /** Families with histograms first, all at once; the others in groups that fit the free slots. */
  #batches(families: Family[]): Family[][] {
    const ready = families.filter(({ counted }) => counted.slot >= 0);
    const bare = families.filter(({ counted }) => counted.slot < 0);
    const batches = ready.length > 0 ? [ready] : [];
    for (let i = 0; i < bare.length; i += SPARE_SLOTS) batches.push(bare.slice(i, i + SPARE_SLOTS));
    return batches;
  }

  /** Counts the histograms of a batch and finds the best split of every node on every input. */
  #evaluate(batch: Family[]): void {
    const { pool, partials } = this.#memory;
    let freePartials = partials.count;
    const share = this.#shareOfRows(batch.map(({ counted }) => counted));
    for (const family of batch) {
      if (family.counted.slot < 0) family.counted.slot = this.#freeSlots.pop()!;
      const parts = Math.min(Math.ceil(this.#rowCount(family.counted) / share), freePartials + 1);
      this.#countFamily(family, parts, partials.count - freePartials);
      freePartials -= parts - 1;
    }
    pool.run();
  }

  /** The first part of the rows goes to the node's own histogram, the others to partial ones from `firstPartial` on. */
  #countFamily({ counted, derived }: Family, parts: number, firstPartial: number): void {
    const { pool, slots, partials } = this.#memory;
    const partial = partials.address + firstPartial * slots.histogramBytes;
    const record = this.#writeRecord(counted, partial, parts);
    const sibling = derived ? this.#writeRecord(derived, 0, 1) : 0;
    const rowCount = this.#rowCount(counted);
    for (let part = 0; part < parts; part++) {
      const histogram = part === 0 ? this.#histogram(counted) : partial + (part - 1) * slots.histogramBytes;
      const [from, to] = partOfRows(rowCount, part, parts);
      const { rows } = counted;
      if (rows === 0) pool.add(kernel.DO_HISTOGRAM_CONSECUTIVE, from, to, histogram, record, sibling);
      else pool.add(kernel.DO_HISTOGRAM, rows + from * 4, rows + to * 4, histogram, record, sibling);
    }
  }

  /** The splits worth making; every other node becomes a leaf. */
  #decide(batch: Family[]): Decision[] {
    const decisions: Decision[] = [];
    for (const { counted, derived } of batch) {
      for (const node of derived ? [counted, derived] : [counted]) {
        const decision = this.#bestSplit(node);
        if (decision) decisions.push(decision);
        else this.#makeLeaf(node);
      }
    }
    return decisions;
  }

  #bestSplit(node: GrowingNode): Decision | undefined {
    const { doubles } = this.#memory.pool;
    let best = -1;
    let bestGain = Math.max(this.#limits.gamma, LEAST_GAIN);
    for (let k = 0; k < this.#activeCount; k++) {
      const address = this.#splitAddress(node, k);
      const gain = doubles[(address + kernel.SPLIT_GAIN) >>> 3];
      if (!(gain > bestGain)) continue;
      bestGain = gain;
      best = address;
    }
    return best < 0 ? undefined : this.#readDecision(node, best);
  }

  #readDecision(node: GrowingNode, splitAddress: number): Decision {
    const { ints, doubles, buffer } = this.#memory.pool;
    const word = (offset: number): number => ints[(splitAddress + offset) >>> 2];
    const isCategory = word(kernel.SPLIT_IS_CATEGORY) === 1;
    const left = { hessian: word(kernel.SPLIT_LEFT) >>> 0, gradient: word(kernel.SPLIT_LEFT + 4) };
    const split: BinSplit = {
      input: word(kernel.SPLIT_INPUT),
      gain: doubles[(splitAddress + kernel.SPLIT_GAIN) >>> 3],
      bin: word(kernel.SPLIT_BIN),
      missingLeft: word(kernel.SPLIT_MISSING_LEFT) === 1,
      ...(isCategory ? { rightBins: new Uint32Array(buffer, splitAddress + kernel.SPLIT_RIGHT_SET, 8) } : {}),
    };
    const right = { hessian: node.sums.hessian - left.hessian, gradient: node.sums.gradient - left.gradient };
    return { node, split, splitAddress, left, right };
  }

  /** The last level: children are leaves, so their rows need no list of their own. */
  #finish(decisions: Decision[]): void {
    const { pool } = this.#memory;
    const size = this.#shareOfRows(decisions.map(({ node }) => node));
    for (const { node, split, splitAddress, left, right } of decisions) {
      this.#release(node);
      const bounds = this.#childBounds(node, { split, left, right });
      const leftNode = this.#builder.setSplit(node.node, split, this.#hessian(left), this.#hessian(right));
      const leftValue = this.#builder.setLeaf(leftNode, this.#leafValue(left, bounds.left));
      const rightValue = this.#builder.setLeaf(leftNode + 1, this.#leafValue(right, bounds.right));
      const [rows, end] = this.#listedRows(node);
      byBlocks((end - rows) >>> 2, size, (from, to) =>
        pool.addSplitLeaves(rows + from * 4, rows + to * 4, splitAddress, leftValue, rightValue),
      );
    }
    pool.run();
  }

  #split(decisions: Decision[]): Family[] {
    const sets = decisions.map(({ node, splitAddress }) => {
      return { rows: node.rows, rowCount: this.#rowCount(node), splitAddress };
    });
    const share = this.#shareOfRows(decisions.map(({ node }) => node));
    const lists = partition(this.#memory, sets, share);
    return decisions.flatMap((decision, i) => this.#makeFamily(decision, lists[i]));
  }

  #makeFamily(decision: Decision, { rows, middle, end }: SplitRows): Family[] {
    const { node, split, left, right } = decision;
    const bounds = this.#childBounds(node, decision);
    const leftNode = this.#builder.setSplit(node.node, split, this.#hessian(left), this.#hessian(right));
    const depth = node.depth + 1;
    const children: [GrowingNode, GrowingNode] = [
      { node: leftNode, depth, rows, end: middle, sums: left, ...bounds.left, slot: -1 },
      { node: leftNode + 1, depth, rows: middle, end, sums: right, ...bounds.right, slot: -1 },
    ];
    const [smaller, larger] = middle - rows <= end - middle ? children : children.toReversed();
    if (this.#maySplit(larger) && this.#freeSlots.length > SPARE_SLOTS) {
      larger.slot = node.slot;
      smaller.slot = this.#freeSlots.pop()!;
      return [{ counted: smaller, derived: larger }];
    }
    return this.#countEach(node, children);
  }

  /** Children that cannot share their parent's histogram: each is counted from its rows, or a leaf at once. */
  #countEach(parent: GrowingNode, children: GrowingNode[]): Family[] {
    const open = children.filter(child => this.#maySplit(child));
    for (const child of children) if (!open.includes(child)) this.#makeLeaf(child);
    this.#release(parent);
    if (open.length === 1 && this.#freeSlots.length > SPARE_SLOTS) open[0].slot = this.#freeSlots.pop()!;
    return open.map(counted => ({ counted }));
  }

  #maySplit(node: GrowingNode): boolean {
    return node.end - node.rows >= 8 && this.#hessian(node.sums) >= 2 * this.#limits.minChildWeight;
  }

  #makeLeaf(node: GrowingNode): void {
    this.#release(node);
    const value = this.#builder.setLeaf(node.node, this.#leafValue(node.sums, node));
    const [rows, end] = this.#listedRows(node);
    this.#memory.pool.addLeaf(rows, end, value);
  }

  #leafValue(sums: PackedTotals, { low, high }: { low: number; high: number }): number {
    return this.#limits.learningRate * this.#weight(sums, low, high);
  }

  #weight(sums: PackedTotals, low: number, high: number): number {
    const denominator = this.#hessian(sums) + this.#limits.lambda;
    const weight = denominator > 0 ? (-sums.gradient * this.#units.gradient) / denominator : 0;
    return Math.min(Math.max(weight, low), high);
  }

  /** Below a split on a monotone input, neither side may cross the middle of the two weights. */
  #childBounds(
    { low, high }: GrowingNode,
    { split, left, right }: { split: BinSplit; left: PackedTotals; right: PackedTotals },
  ): { left: { low: number; high: number }; right: { low: number; high: number } } {
    const direction = this.#constrained ? this.#limits.monotone[split.input] : 0;
    if (direction === 0) return { left: { low, high }, right: { low, high } };
    const middle = (this.#weight(left, low, high) + this.#weight(right, low, high)) / 2;
    const below = { low, high: middle };
    const above = { low: middle, high };
    return direction > 0 ? { left: below, right: above } : { left: above, right: below };
  }

  #hessian(sums: PackedTotals): number {
    return sums.hessian * this.#units.hessian;
  }

  #release(node: GrowingNode): void {
    if (node.slot >= 0) this.#freeSlots.push(node.slot);
    node.slot = -1;
  }

  #rowCount(node: GrowingNode): number {
    return node.rows === 0 ? this.#memory.binned.rowCount : (node.end - node.rows) >>> 2;
  }

  /** A node's rows as a list, which the root has not until someone needs it. */
  #listedRows(node: GrowingNode): [rows: number, end: number] {
    if (node.rows !== 0) return [node.rows, node.end];
    const { pool, rowLists, binned } = this.#memory;
    pool.add(kernel.DO_LIST, rowLists[0], 0, binned.rowCount);
    pool.run();
    return [rowLists[0], rowLists[0] + binned.rowCount * 4];
  }

  /** How many rows make one task, so that the threads have about equal work. */
  #shareOfRows(nodes: GrowingNode[]): number {
    const { threads } = this.#memory.pool;
    if (threads === 1) return Number.MAX_SAFE_INTEGER;
    const rows = nodes.reduce((sum, node) => sum + this.#rowCount(node), 0);
    return Math.max(LEAST_PART_ROWS, Math.ceil(rows / (threads * SHARES)));
  }

  #histogram(node: GrowingNode): number {
    const { slots } = this.#memory;
    return slots.histograms + node.slot * slots.histogramBytes;
  }

  #splitAddress(node: GrowingNode, place: number): number {
    const { slots } = this.#memory;
    return slots.splits + node.slot * slots.splitBytes + place * kernel.SPLIT_BYTES;
  }

  /** Describes a node to the kernels and returns the address of the description. */
  #writeRecord(node: GrowingNode, partials: number, parts: number): number {
    const { pool, slots } = this.#memory;
    const at = slots.records + node.slot * slots.recordBytes;
    pool.setInt(at + kernel.NODE_HISTOGRAM, this.#histogram(node));
    pool.setInt(at + kernel.NODE_PARTIALS, partials);
    pool.setInt(at + kernel.NODE_PARTIAL_COUNT, parts - 1);
    pool.setInt(at + kernel.NODE_OPEN_PARTS, parts);
    pool.setInt(at + kernel.NODE_SPLITS, this.#splitAddress(node, 0));
    pool.setInt(at + kernel.NODE_TOTAL, node.sums.hessian);
    pool.setInt(at + kernel.NODE_TOTAL + 4, node.sums.gradient);
    pool.setDouble(at + kernel.NODE_LOW, node.low);
    pool.setDouble(at + kernel.NODE_HIGH, node.high);
    return at;
  }
}

function indexOfGreatestGain(open: readonly Decision[]): number {
  return open.reduce((best, { split }, i) => (split.gain > open[best].split.gain ? i : best), 0);
}
