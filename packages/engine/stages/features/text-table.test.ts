import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextTable, unknownText } from './text-table.ts';

describe('the table of texts', () => {
  it('numbers texts as a map would, in the order of their first appearance', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 200 }), texts => {
        const table = new TextTable();
        const numbers = new Map<string, number>();
        for (const text of texts) {
          expect(table.find(text)).toBe(numbers.get(text) ?? unknownText);
          if (!numbers.has(text)) numbers.set(text, numbers.size);
          expect(table.number(text)).toBe(numbers.get(text));
        }
        for (const [text, number] of numbers) expect(table.text(number)).toBe(text);
      }),
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
    const again = TextTable.from(table.state());
    expect(again.find('text 700')).toBe(700);
    expect(again.find('text 1000')).toBe(unknownText);
    expect(again.number('text 1000')).toBe(1000);
  });
});
