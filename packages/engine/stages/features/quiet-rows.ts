import { withRoom } from './with-room.ts';

/** Rows of one key that lie together; a key that has more is busy. */
export const mostQuietRows = 1024;

// What is kept of a key: where its rows lie, for how many there is room (as a power of two), how many there are.
const segmentAt = 0;
const roomAt = 1;
const countAt = 2;
const headLength = 4;

const noSegment = -1;
const smallestRoom = 2;

/**
 * The past events of many keys, each key's in the order of their times. A row is its time and its columns; the rows of
 * a key lie together in one array with those of all others, so that a key costs no object and its rows few cache lines.
 */
export class QuietRows {
  /** Rows, and free room for some. */
  numbers = new Float64Array(1024);
  /** Numbers per row. */
  readonly width: number;
  private used = 0;
  private heads = new Int32Array(64 * headLength);
  /** Segments given up, by their room. */
  private readonly free: number[][] = [];

  constructor(width: number) {
    this.width = width;
  }

  count(key: number): number {
    const head = key * headLength;
    return head < this.heads.length ? this.heads[head + countAt] : 0;
  }

  /** Where the rows of a key begin among the numbers. */
  segment(key: number): number {
    const head = key * headLength;
    return head < this.heads.length ? this.heads[head + segmentAt] : 0;
  }

  /** Puts a row, its time first, in its place: behind those of the same time. */
  insert(key: number, row: ArrayLike<number>): void {
    this.makeRoom(key);
    const { width } = this;
    const head = key * headLength;
    const start = this.heads[head + segmentAt];
    const end = start + this.heads[head + countAt]++ * width;
    const { numbers } = this;
    let at = end;
    while (at > start && numbers[at - width] > row[0]) at -= width;
    if (at < end) numbers.copyWithin(at + width, at, end);
    for (let i = 0; i < width; i++) numbers[at + i] = row[i];
  }

  /** Removes one row with exactly these numbers, if there is one. */
  remove(key: number, row: ArrayLike<number>): boolean {
    const { width, numbers } = this;
    const start = this.segment(key);
    const end = start + this.count(key) * width;
    for (let at = start; at < end; at += width) {
      if (!this.isSame(at, row)) continue;
      numbers.copyWithin(at, at + width, end);
      this.setCount(key, this.count(key) - 1);
      return true;
    }
    return false;
  }

  /** Forgets the rows before this time, of all keys. */
  forgetBefore(time: number): void {
    for (let key = 0; key * headLength < this.heads.length; key++) this.forgetRows(key, time);
  }

  /** Gives up all rows of a key, in the order of their times. */
  take(key: number, each: (row: Float64Array) => void): void {
    this.each(key, each);
    if (this.count(key) > 0) this.setCount(key, 0);
  }

  /** All rows of a key, in the order of their times. */
  each(key: number, each: (row: Float64Array) => void): void {
    const { width } = this;
    const start = this.segment(key);
    const end = start + this.count(key) * width;
    for (let at = start; at < end; at += width) each(this.numbers.subarray(at, at + width));
  }

  /** No key of this number or a larger one has rows. */
  get mostKeys(): number {
    return Math.floor(this.heads.length / headLength);
  }

  private forgetRows(key: number, time: number): void {
    const { width, numbers } = this;
    const count = this.count(key);
    const start = this.segment(key);
    let gone = 0;
    while (gone < count && numbers[start + gone * width] < time) gone++;
    if (gone === 0) return;
    numbers.copyWithin(start, start + gone * width, start + count * width);
    this.setCount(key, count - gone);
  }

  private setCount(key: number, count: number): void {
    const head = key * headLength;
    this.heads[head + countAt] = count;
    if (count > 0) return;
    this.giveUp(this.heads[head + segmentAt], this.heads[head + roomAt]);
    this.heads[head + roomAt] = 0;
  }

  private isSame(at: number, row: ArrayLike<number>): boolean {
    for (let i = 0; i < this.width; i++) if (!Object.is(this.numbers[at + i], row[i])) return false;
    return true;
  }

  /** Room for one more row of a key: where there is none, twice as much elsewhere. */
  private makeRoom(key: number): void {
    const head = key * headLength;
    this.heads = withRoom(this.heads, head + headLength);
    const { heads } = this;
    const room = heads[head + roomAt];
    const count = heads[head + countAt];
    if (room !== 0 && count < 1 << room) return;
    const larger = room === 0 ? smallestRoom : room + 1;
    const before = heads[head + segmentAt];
    const segment = this.takeSegment(larger);
    this.numbers.copyWithin(segment, before, before + count * this.width);
    if (room !== 0) this.giveUp(before, room);
    heads[head + segmentAt] = segment;
    heads[head + roomAt] = larger;
  }

  private takeSegment(room: number): number {
    const given = this.free[room]?.pop() ?? noSegment;
    if (given !== noSegment) return given;
    const segment = this.used;
    this.used += this.width << room;
    this.numbers = withRoom(this.numbers, this.used);
    return segment;
  }

  private giveUp(segment: number, room: number): void {
    (this.free[room] ??= []).push(segment);
  }
}
