import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { JsonWriter } from './json-writer.ts';

const anyValue = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.double(),
  fc.maxSafeInteger(),
  fc.integer({ min: -1000, max: 1000 }),
  fc.boolean(),
  fc.constantFrom(
    null,
    undefined,
    -0,
    0,
    99_999_999,
    100_000_000,
    100_000_001,
    1e21,
    'x'.repeat(70_000),
    'ñ\n'.repeat(40_000),
  ),
);

it('writes the bytes of JSON.stringify', () => {
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 60 }), values => {
      const pieces: Uint8Array[] = [];
      const writer = new JsonWriter(bytes => pieces.push(bytes.slice()));
      for (const value of values) writer.value(value);
      writer.flush();
      expect(Buffer.concat(pieces).toString()).toBe(
        Buffer.from(values.map(value => JSON.stringify(value ?? null)).join('')).toString(),
      );
    }),
  );
});
