import { describe, expect, it } from 'vitest';
import { lookupTable } from './lookup-table.ts';

const source = 'test';
const rate = lookupTable({
  rows: [
    { key: 'PEN', from: '2024-01-10', value: 0.26, source },
    { key: 'PEN', from: '2024-01-01', value: 0.25, source },
    { key: 'USD', from: '2024-01-01', value: 1, source },
  ],
});
const lima = (day: number, hour: number) => Date.UTC(2024, 0, day, hour + 5);

describe('a dated table', () => {
  it('gives the value in force on the day, from midnight in Lima', () => {
    expect(rate('PEN', lima(9, 23))).toBe(0.25);
    expect(rate('PEN', lima(10, 0))).toBe(0.26);
    expect(rate('USD', lima(30, 12))).toBe(1);
  });

  it('is missing before the first row and for an unknown key', () => {
    expect(rate('PEN', lima(0, 12))).toBeNaN();
    expect(rate('EUR', lima(9, 12))).toBeNaN();
  });
});
