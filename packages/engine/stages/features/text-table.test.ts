import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statePart } from './state-columns.ts';
import { TextTable, unknownText } from './text-table.ts';

describe('the table of texts', () => {
  it('numbers texts as a map would, in the order of their first appearance', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '\ud83d', '\u0000', 'b'), maxLength: 3 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 120, size: 'max' }), texts => {
        const distinct = [...new Set(texts)];
        const table = new TextTable();
        expect(texts.map(one => [table.find(one), table.number(one)])).toEqual(
          texts.map((one, i) => {
            const number = distinct.indexOf(one);
            return [texts.indexOf(one) < i ? number : unknownText, number];
          }),
        );
        expect(distinct.map((_, number) => table.text(number))).toEqual(distinct);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps half surrogates and the empty text apart from others', () => {
    const table = new TextTable();
    expect(['', '\ud800', '\udc00', ''].map(text => table.number(text))).toEqual([0, 1, 2, 0]);
    expect(table.text(1)).toBe('\ud800');
  });

  it('is the same after its state has been written and read', () => {
    const table = new TextTable();
    for (let i = 0; i < 1000; i++) table.number(`text ${i}`);
    const columns = statePart(new Map());
    table.save(columns);
    const again = new TextTable();
    again.restore(columns);
    expect(again.find('text 700')).toBe(700);
    expect(again.find('text 1000')).toBe(unknownText);
    expect(again.number('text 1000')).toBe(1000);
  });
});
