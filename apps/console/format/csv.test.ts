import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it('quotes what needs it and keeps numbers whole', () => {
  expect(toCsv(['Día', 'Monto'], [['dice "hola", y más', 0.1 + 0.2]])).toBe(
    '\uFEFFDía,Monto\r\n"dice ""hola"", y más",0.30000000000000004\r\n',
  );
});

it('leaves missing cells empty', () => {
  expect(toCsv(['a', 'b'], [[null, 0]])).toBe('\uFEFFa,b\r\n,0\r\n');
});

it('disarms texts that a spreadsheet would run, and leaves negative numbers alone', () => {
  expect(toCsv(['a', 'b'], [['=HYPERLINK("x")', -2]])).toBe('\uFEFFa,b\r\n"\'=HYPERLINK(""x"")",-2\r\n');
});
