import { asDoubles } from './gather.ts';
import type { Column } from '../table/column.ts';
import type { Table } from '../table/table.ts';

/**
 * A number for each row that is equal for equal rows and, up to a chance of one in billions a pair, for these alone. Rows
 * of different tables compare if the columns have the same names in the same order; categories compare by level.
 */
export function rowHashes(X: Table): Float64Array {
  const high = new Uint32Array(X.rowCount).fill(0x811c9dc5);
  const low = new Uint32Array(X.rowCount).fill(0x9e3779b9);
  for (const one of X.columns.values()) {
    const { first, second } = columnWords(one);
    for (let i = 0; i < X.rowCount; i++) {
      high[i] = mixed(mixed(high[i], first[i]), second[i]);
      low[i] = mixed(mixed(low[i], second[i] ^ 0x5bd1e995), first[i]);
    }
  }
  return Float64Array.from(high, (word, i) => (word & 0x1fffff) * 4294967296 + low[i]);
}

interface Words {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

function columnWords(one: Column): Words {
  return one.kind === 'category' ? levelWords(one) : numberWords(one.values);
}

function numberWords(values: Float64Array | Float32Array): Words {
  const doubles = asDoubles(values).map(value => value + 0); // −0 becomes 0
  const words = new Uint32Array(doubles.buffer);
  const [first, second] = [new Uint32Array(doubles.length), new Uint32Array(doubles.length)];
  for (let i = 0; i < doubles.length; i++) {
    const isGap = Number.isNaN(doubles[i]); // whose bits may differ
    first[i] = isGap ? 0 : words[2 * i];
    second[i] = isGap ? 0x7ff80000 : words[2 * i + 1];
  }
  return { first, second };
}

function levelWords({ codes, levels }: { codes: Int32Array; levels: readonly string[] }): Words {
  const hashes = Uint32Array.from(levels, textHash);
  const lengths = Uint32Array.from(levels, level => level.length);
  return {
    first: Uint32Array.from(codes, code => (code < 0 ? 0 : hashes[code])),
    second: Uint32Array.from(codes, code => (code < 0 ? 0xffffffff : lengths[code])),
  };
}

function textHash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** One round of MurmurHash3. */
function mixed(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) >>> 0;
}
