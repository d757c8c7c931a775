import { randomInt } from 'node:crypto';
import type { StatePart } from './state-columns.ts';
import { withRoom } from './with-room.ts';

/** What `find` answers for a text that the table does not have. */
export const unknownText = -1;

/**
 * Numbers texts in the order of their first appearance. There are many, each asked for by an event, so they lie in one
 * array and not in an object each: a map of strings needs four times the memory, and the collector's time.
 */
export class TextTable {
  size = 0;
  private units: Uint16Array = new Uint16Array(256);
  private ends: Uint32Array = new Uint32Array(16);
  /** Pairs of a hash and a number + 1, 0 where there is none; searched from the hash's place on. */
  private places = new Int32Array(64);
  /** Changes nothing but the places, so that nobody can choose texts that all fall into one. */
  private readonly salt: number;

  constructor(salt = randomInt(2 ** 31)) {
    this.salt = salt;
  }

  /** The number of a text; `unknownText` when it has none. */
  find(text: string): number {
    return this.places[this.placeOf(text, this.hash(text)) + 1] - 1;
  }

  /** The number of a text, given when it is first asked for. */
  number(text: string): number {
    const hash = this.hash(text);
    const place = this.placeOf(text, hash);
    const known = this.places[place + 1] - 1;
    return known >= 0 ? known : this.append(text, hash, place);
  }

  text(number: number): string {
    const codes = this.units.subarray(this.startOf(number), this.ends[number]);
    let text = '';
    for (let i = 0; i < codes.length; i += 8192) text += String.fromCharCode(...codes.subarray(i, i + 8192));
    return text;
  }

  /** Writes the texts one behind the other, and where each ends. */
  save(state: StatePart): void {
    state.put('units', this.units.slice(0, this.startOf(this.size)));
    state.put('ends', this.ends.slice(0, this.size));
  }

  /** Takes the texts of a saved table; it must be empty. */
  restore(state: StatePart): void {
    this.units = state.get('units') as Uint16Array;
    this.ends = state.get('ends') as Uint32Array;
    this.size = this.ends.length;
    while (this.size * 4 > this.places.length) this.places = new Int32Array(2 * this.places.length);
    for (let number = 0; number < this.size; number++) this.place(this.hash(this.text(number)), number + 1);
  }

  private append(text: string, hash: number, place: number): number {
    const start = this.startOf(this.size);
    this.units = withRoom(this.units, start + text.length);
    for (let i = 0; i < text.length; i++) this.units[start + i] = text.charCodeAt(i);
    this.ends = withRoom(this.ends, this.size + 1);
    this.ends[this.size] = start + text.length;
    this.places[place] = hash;
    this.places[place + 1] = ++this.size;
    if (this.size * 4 > this.places.length) this.widen();
    return this.size - 1;
  }

  /** Where the text stands, or the free place where it would. */
  private placeOf(text: string, hash: number): number {
    const { places } = this;
    const last = places.length - 1;
    let place = (hash << 1) & last;
    while (places[place + 1] !== 0) {
      if (places[place] === hash && this.isSame(places[place + 1] - 1, text)) return place;
      place = (place + 2) & last;
    }
    return place;
  }

  private isSame(number: number, text: string): boolean {
    const { units } = this;
    const start = this.startOf(number);
    if (this.ends[number] - start !== text.length) return false;
    for (let i = 0; i < text.length; i++) if (units[start + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  private widen(): void {
    const before = this.places;
    this.places = new Int32Array(2 * before.length);
    for (let i = 0; i < before.length; i += 2) if (before[i + 1] !== 0) this.place(before[i], before[i + 1]);
  }

  private place(hash: number, numberPlusOne: number): void {
    const last = this.places.length - 1;
    let place = (hash << 1) & last;
    while (this.places[place + 1] !== 0) place = (place + 2) & last;
    this.places[place] = hash;
    this.places[place + 1] = numberPlusOne;
  }

  private startOf(number: number): number {
    return number === 0 ? 0 : this.ends[number - 1];
  }

  private hash(text: string): number {
    let hash = this.salt;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return hash ^ (hash >>> 13);
  }
}
