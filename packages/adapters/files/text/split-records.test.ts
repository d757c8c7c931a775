import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delimiterOf } from './split-line.ts';
import { RecordSplitter } from './split-records.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

function splitAll(text: string, delimiter: string, columnCount: number) {
  const splitter = new RecordSplitter({ delimiter, columnCount });
  const parts = [splitter.split({ firstLine: 1, lines: text.split('\n'), damaged: new Set() }), splitter.finish()];
  return {
    records: parts.flatMap(({ records }) => records),
    broken: parts.flatMap(({ broken }) => broken),
  };
}

describe('records', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', '"', ',', ';', '\n', '1'), maxLength: 6 });
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

  it('are read back as they were written, whatever is in them', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';'), (rows, delimiter) => {
        const text = rows.map(row => row.map(quoted).join(delimiter)).join('\n');
        const { records, broken } = splitAll(text, delimiter, rows[0].length);
        expect(records.map(({ fields }) => fields)).toEqual(rows);
        expect(broken).toEqual([]);
      }),
    );
  });

  it('of other lines survive any line between them', () => {
    fc.assert(
      fc.property(cell, garbage => {
        const between = garbage.replaceAll('\n', '');
        const { records, broken } = splitAll(`1,2,3\n${between}\n4,5,6`, ',', 3);
        const firsts = records.map(({ fields }) => fields[0]);
        expect(firsts[0]).toBe('1');
        expect(firsts.at(-1)).toBe('4');
        const isBlank = between.trim() === '';
        expect(records.length + broken.length).toBe(isBlank ? 2 : 3);
      }),
    );
  });
});

describe('the delimiter', () => {
  it.each([
    ['a,b,c', ','],
    ['a;b;"c,d,e,f"', ';'],
    ['a\tb', '\t'],
    ['a|b|c,d', '|'],
    ['alone', ','],
  ])('of %j is %j', (header, delimiter) => {
    expect(delimiterOf(header)).toBe(delimiter);
  });
});
