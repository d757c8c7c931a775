import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LearnError } from '../protocol/learn-error.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { readState, writeState } from './archive.ts';
import { exampleState } from './fixtures/example-state.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

describe('writeState and readState', () => {
  it('give back every number with its bits', () => {
    expect(readState(writeState(exampleState))).toStrictEqual(exampleState);
  });

  it('write the same bytes for the same state', () => {
    expect(writeState(exampleState)).toEqual(writeState(structuredClone(exampleState)));
  });

  it('place arrays that share a buffer, or start inside one, correctly', () => {
    const shared = Float64Array.of(1, 2, 3, 4);
    const state = { ...exampleState, arrays: { tail: shared.subarray(2), all: shared } };
    expect(readState(writeState(state)).arrays).toStrictEqual({ tail: Float64Array.of(3, 4), all: shared });
  });

  it('read an archive that lies unaligned inside a larger buffer, and share nothing with it', () => {
    const archive = writeState(exampleState);
    const larger = new Uint8Array(archive.length + 3);
    larger.set(archive, 3);
    const read = readState(larger.subarray(3));
    larger.fill(0);
    expect(read).toStrictEqual(exampleState);
  });

  it.each(readdirSync(fixtures).filter(name => name.endsWith('.rikuy')))('still read %s', name => {
    expect(readState(readFileSync(join(fixtures, name)))).toStrictEqual(exampleState);
  });

  it('have a stored example of every protocol up to today’s', () => {
    const expected = Array.from({ length: PROTOCOL }, (_, i) => `protocol-${i + 1}.rikuy`);
    expect(readdirSync(fixtures).filter(name => name.endsWith('.rikuy'))).toEqual(expected);
  });

  it('hold for any state', () => {
    fc.assert(
      fc.property(states, state => {
        expect(isDeepStrictEqual(readState(writeState(state)), state)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('readState', () => {
  const archive = writeState(exampleState);

  it('refuses an archive cut anywhere', () => {
    for (let length = 0; length < archive.length; length++)
      expect(refusalOf(archive.subarray(0, length)).code).toBe('unreadable-state');
  });

  it('refuses an archive with any byte altered', () => {
    for (let at = 0; at < archive.length; at++) {
      const altered = archive.slice();
      altered[at] ^= 1;
      expect(refusalOf(altered).code).toBe('unreadable-state');
    }
  });

  it('refuses a newer protocol and says which it reads', () => {
    const newer = archive.slice();
    new DataView(newer.buffer).setUint32(8, PROTOCOL + 1, true);
    expect(refusalOf(newer).message).toMatch(`protocol ${PROTOCOL + 1}; this version reads 1`);
  });

  it('says so when the bytes are something else', () => {
    const other = new TextEncoder().encode('{"learner": "this is the JSON of another library, long enough"}');
    expect(refusalOf(other).message).toMatch('expected an archive made by `writeState`');
  });
});

describe('writeState', () => {
  it.each([
    ['undefined', { gone: undefined }, 'state.values.gone'],
    ['a date', { when: new Date(0) }, 'state.values.when'],
    ['a function', { inner: [() => 1] }, 'state.values.inner[0]'],
    ['the key it reserves', { a: { $number: 'NaN' } }, 'state.values.a'],
    ['a key that means a prototype', JSON.parse('{"__proto__": 1}'), 'state.values.__proto__'],
  ])('refuses %s and says where', (_, values, path) => {
    const state = { ...exampleState, values } as unknown as State;
    expect(() => writeState(state)).toThrow(expect.objectContaining({ code: 'invalid-data' }));
    expect(() => writeState(state)).toThrow(path);
  });

  it('refuses arrays of other types', () => {
    const state = { ...exampleState, arrays: { big: BigInt64Array.of(1n) } } as unknown as State;
    expect(() => writeState(state)).toThrow('BigInt64Array');
  });
});

const names = fc.string({ minLength: 1 }).filter(name => name !== '__proto__' && name !== '$number');
const values = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.double(),
    fc.string({ unit: 'binary' }).filter(text => text.isWellFormed()),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
const arrays = fc.oneof(
  fc.float64Array(),
  fc.float32Array(),
  fc.int32Array(),
  fc.uint32Array(),
  fc.uint16Array(),
  fc.uint8Array(),
);
const states = fc.letrec<{ state: State }>(tie => ({
  state: fc.record(
    {
      kind: fc.string({ minLength: 1 }),
      protocol: fc.constant(PROTOCOL),
      values: fc.dictionary(names, values, { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<State['values']>,
      arrays: fc.dictionary(names, arrays, { maxKeys: 4, noNullPrototype: true }),
      parts: fc.oneof(
        { maxDepth: 2 },
        fc.constant({}),
        fc.dictionary(names, tie('state'), { maxKeys: 2, noNullPrototype: true }),
      ),
    },
    { noNullPrototype: true },
  ),
})).state;

function refusalOf(archive: Uint8Array): LearnError {
  try {
    readState(archive);
  } catch (error) {
    if (error instanceof LearnError) return error;
    throw error;
  }
  throw new Error('the archive was read');
}
