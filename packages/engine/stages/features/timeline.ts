import type { Accumulator } from '../../expressions/figure.ts';
import { type WindowedRows, WindowLayout } from './window-layout.ts';
import type { Window, WindowPlan } from './window.ts';

const rowsPerChunk = 256;

/**
 * The past events of one key in the order of their times, and the windows over them. Rows lie flat in chunks, a row
 * being its time and its columns, so that late events are put in their place without moving everything behind them.
 */
export class Timeline implements WindowedRows {
  /** Those of all its windows. */
  readonly numbers: number[];
  spilled: Map<number, number[]> | null = null;
  readonly collections: Accumulator[];
  /** Ascending by time within and across; none is empty. */
  private readonly chunks: number[][] = [];
  private readonly layout: WindowLayout;
  /** Numbers per row. */
  private readonly width: number;

  /** Timelines of the same plans share a layout. */
  constructor(columns: number, plans: readonly WindowPlan[], layout = new WindowLayout(plans)) {
    this.width = columns + 1;
    this.layout = layout;
    this.numbers = layout.unasked.slice();
    this.collections = layout.newCollections();
  }

  get isEmpty(): boolean {
    return this.chunks.length === 0;
  }

  /**
   * The window of this plan over the events in `[from, at)`. It is valid until the next change of the timeline, or query
   * of one that shares its layout.
   */
  window(plan: number, from: number, at: number): Window {
    this.layout.open(this);
    const window = this.layout.windows[plan];
    window.moveTo(from, at);
    return window;
  }

  /** All rows, in the order of their times. */
  each(each: (row: readonly number[]) => void): void {
    for (const chunk of this.chunks) {
      for (let row = 0; row < chunk.length; row += this.width) each(chunk.slice(row, row + this.width));
    }
  }

  /** Puts a row, its time first, in its place. */
  insert(row: ArrayLike<number>): void {
    const chunk = this.chunkFor(row[0]);
    const at = this.firstRowAfter(chunk, row[0]);
    insertRow(chunk, row, at);
    const { windows } = this.layout;
    this.layout.open(this);
    for (let i = 0; i < windows.length; i++) windows[i].rowAdded(chunk, at);
  }

  /** Removes one row with exactly these numbers, if there is one. */
  remove(row: ArrayLike<number>): boolean {
    for (let i = this.chunkFrom(row[0]); i < this.chunks.length && this.chunks[i][0] <= row[0]; i++) {
      const chunk = this.chunks[i];
      const at = this.rowEqualTo(row, chunk);
      if (at < 0) continue;
      this.layout.open(this);
      for (const window of this.layout.windows) window.rowRemoved(chunk, at);
      chunk.splice(at, this.width);
      if (chunk.length === 0) this.chunks.splice(i, 1);
      return true;
    }
    return false;
  }

  /** Forgets the events before this time, chunk by chunk; no query may reach behind it any more. */
  forgetBefore(time: number): void {
    if (this.isEmpty || this.chunks[0][0] >= time) return;
    this.layout.open(this);
    for (const window of this.layout.windows) window.startAt(time);
    let gone = 0;
    while (gone < this.chunks.length && this.lastTimeOf(this.chunks[gone]) < time) gone++;
    this.chunks.splice(0, gone);
  }

  feed(window: Window, from: number, to: number, sign: 1 | -1): number {
    for (let i = this.chunkFrom(from); i < this.chunks.length; i++) {
      const chunk = this.chunks[i];
      for (let row = this.firstRowFrom(chunk, from); row < chunk.length; row += this.width) {
        if (chunk[row] >= to) return chunk[row];
        window.count(chunk, row, sign);
      }
    }
    return Infinity;
  }

  firstTimeFrom(time: number): number {
    const chunk = this.chunks[this.chunkFrom(time)];
    return chunk === undefined ? NaN : chunk[this.firstRowFrom(chunk, time)];
  }

  lastTimeBefore(time: number): number {
    const next = this.chunkFrom(time);
    if (next < this.chunks.length && this.chunks[next][0] < time) {
      const chunk = this.chunks[next];
      return chunk[this.firstRowFrom(chunk, time) - this.width];
    }
    return next === 0 ? NaN : this.lastTimeOf(this.chunks[next - 1]);
  }

  recentBefore(time: number, rank: number, column: number): number {
    let i = Math.min(this.chunkFrom(time), this.chunks.length - 1);
    let rows = this.firstRowFrom(this.chunks[i], time) / this.width;
    let left = rank;
    while (left > rows) {
      left -= rows;
      rows = this.chunks[--i].length / this.width;
    }
    return this.chunks[i][(rows - left) * this.width + 1 + column];
  }

  /** The first chunk whose last time is not before this; as many as there are when all are. */
  private chunkFrom(time: number): number {
    const { chunks } = this;
    let high = chunks.length;
    if (high === 0 || this.lastTimeOf(chunks[high - 1]) < time) return high;
    let low = 0;
    high--;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.lastTimeOf(chunks[middle]) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The chunk that a row of this time goes into; a full one at the end gets a successor, one in the middle is split. */
  private chunkFor(time: number): number[] {
    const { chunks } = this;
    const last = chunks.at(-1);
    if (last === undefined) return this.newChunk([], 0);
    const full = rowsPerChunk * this.width;
    if (time >= this.lastTimeOf(last)) return last.length < full ? last : this.newChunk([], chunks.length);
    const at = this.chunkFrom(time);
    const chunk = chunks[at];
    if (chunk.length < full) return chunk;
    const secondHalf = this.newChunk(chunk.splice((rowsPerChunk >> 1) * this.width), at + 1);
    return time < secondHalf[0] ? chunk : secondHalf;
  }

  private newChunk(rows: number[], at: number): number[] {
    this.chunks.splice(at, 0, rows);
    return rows;
  }

  /** Offset of the first row whose time is not before this; the chunk's length when all are. */
  private firstRowFrom(chunk: readonly number[], time: number): number {
    if (chunk[0] >= time) return 0;
    let high = chunk.length / this.width;
    // Most queries are about the newest rows, which lie together in memory: a few steps back find them.
    const near = Math.max(0, high - 4);
    while (high > near && chunk[(high - 1) * this.width] >= time) high--;
    if (high > near) return high * this.width;
    let low = 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (chunk[middle * this.width] < time) low = middle + 1;
      else high = middle;
    }
    return low * this.width;
  }

  /** Offset behind the last row of this time or an earlier one. */
  private firstRowAfter(chunk: readonly number[], time: number): number {
    if (chunk.length === 0 || this.lastTimeOf(chunk) <= time) return chunk.length;
    let row = this.firstRowFrom(chunk, time);
    while (chunk[row] === time) row += this.width;
    return row;
  }

  private rowEqualTo(wanted: ArrayLike<number>, chunk: readonly number[]): number {
    const from = this.firstRowFrom(chunk, wanted[0]);
    for (let row = from; row < chunk.length && chunk[row] === wanted[0]; row += this.width) {
      let same = 0;
      while (same < this.width && Object.is(wanted[same], chunk[row + same])) same++;
      if (same === this.width) return row;
    }
    return -1;
  }

  private lastTimeOf(chunk: readonly number[]): number {
    return chunk[chunk.length - this.width];
  }
}

/** `chunk.splice(at, 0, ...row)`, fast where it matters: at the end. */
function insertRow(chunk: number[], row: ArrayLike<number>, at: number): void {
  if (at === chunk.length) for (let i = 0; i < row.length; i++) chunk.push(row[i]);
  else chunk.splice(at, 0, ...Array.from(row));
}
