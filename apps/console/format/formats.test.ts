import { describe, expect, it } from 'vitest';
import { formatsIn, isoDayOf, parseNumber } from './formats.ts';

const es = formatsIn('es');
const en = formatsIn('en');
const hard = '\u00A0';

describe('formats', () => {
  it('write money with its sign, thousands by comma and two decimals, in both languages', () => {
    expect(es.money({ amount: 1234.56, currency: 'PEN' })).toBe(`S/${hard}1,234.56`);
    expect(es.money({ amount: 1234.56, currency: 'USD' })).toBe(`US$${hard}1,234.56`);
    expect(en.money({ amount: 1234.56, currency: 'USD' })).toBe(`US$${hard}1,234.56`);
    expect(es.money({ amount: -3, currency: 'CNY' })).toBe(`−CNY${hard}3.00`);
  });

  it('write days as day, month, year', () => {
    expect(es.day('2026-12-31')).toBe('31/12/2026');
    expect(en.day('2026-12-31')).toBe('31/12/2026');
  });

  it('tell the time of Lima, whatever the machine says', () => {
    const justAfterMidnightInLima = Date.parse('2026-12-31T05:30:00Z');
    expect(es.dateTime(justAfterMidnightInLima)).toBe('31/12/2026 00:30');
    expect(isoDayOf(justAfterMidnightInLima - 3_600_000)).toBe('2026-12-30');
  });

  it('count age in days of Lima, not in spans of 24 hours', () => {
    const now = Date.parse('2026-11-21T12:00:00-05:00');
    expect(es.age(Date.parse('2026-11-20T23:59:00-05:00'), now)).toBe('ayer');
    expect(es.age(Date.parse('2026-11-21T00:01:00-05:00'), now)).toBe('hoy');
    expect(en.age(Date.parse('2026-11-18T12:00:00-05:00'), now)).toBe('3 days ago');
  });

  it('write shares as percent with a space that does not break', () => {
    expect(es.share(0.623)).toBe(`62${hard}%`);
    expect(es.share(0.0047, 1)).toBe(`0.5${hard}%`);
  });

  it('keep three digits of small figures and none of the decimals of large ones', () => {
    expect(es.plain(0.012345)).toBe('0.0123');
    expect(es.plain(12345.6)).toBe('12,346');
  });

  it('give values the unit of their feature', () => {
    expect(es.measured(2.5, 'USD/kg')).toBe(`US$${hard}2.50/kg`);
    expect(es.measured(12, 'days')).toBe('12 días');
    expect(en.measured(12, 'days')).toBe('12 days');
    expect(es.measured(0.25, 'share')).toBe(`25.0${hard}%`);
    expect(es.measured('CN', null)).toBe('CN');
  });

  it('show a dash for what is missing, never NaN', () => {
    expect([
      es.integer(null),
      es.share(Number.NaN),
      es.money(null),
      es.measured(null, 'kg'),
      es.dateTime(undefined),
    ]).toEqual(['—', '—', '—', '—', '—']);
  });
});

describe('parseNumber', () => {
  it('reads what people type in Peru', () => {
    expect(parseNumber(' 1,234.50 ')).toBe(1234.5);
    expect(parseNumber('-3')).toBe(-3);
    expect(parseNumber('0.5')).toBe(0.5);
  });

  it('refuses what could be meant otherwise', () => {
    expect(['1,5', '1.234,50', '12,34', '', '350 g', '1e3', '.'].map(parseNumber)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });
});
