import { describe, expect, it } from 'vitest';
import { startOfDay, zoneOffset } from './zone.ts';

const hourMs = 3_600_000;

describe('the offset of a zone', () => {
  it('is five hours behind in Lima, all year', () => {
    const offset = zoneOffset('America/Lima');
    expect(offset(Date.UTC(2024, 0, 1))).toBe(-5 * hourMs);
    expect(offset(Date.UTC(2024, 6, 1, 12, 34))).toBe(-5 * hourMs);
  });

  it('changes to the minute where clocks change', () => {
    const offset = zoneOffset('Europe/Madrid');
    const change = Date.UTC(2024, 2, 31, 1);
    expect(offset(change - 1)).toBe(hourMs);
    expect(offset(change)).toBe(2 * hourMs);
  });
});

describe('the start of a day', () => {
  it('is midnight on the clocks of the zone', () => {
    expect(startOfDay('2024-01-10', 'America/Lima')).toBe(Date.UTC(2024, 0, 10, 5));
    expect(startOfDay('2024-03-31', 'Europe/Madrid')).toBe(Date.UTC(2024, 2, 30, 23));
    expect(startOfDay('2024-04-01', 'Europe/Madrid')).toBe(Date.UTC(2024, 2, 31, 22));
  });
});
