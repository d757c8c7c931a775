import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcels } from '../parcels.fixture.ts';
import { parseRecord } from '../parse-record.ts';
import type { RawRecord } from '../read-record.ts';
import { peruvianHint, type Reading } from '../reading.ts';
import { decimalSignOf, readDecimal } from './decimal.ts';
import { rucFault } from './ruc.ts';
import { dateOrderOf, timeReader } from './time-reader.ts';

const amounts = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map(cents => cents / 100);

/** How countries write numbers; French parts thousands by narrow spaces, Swiss German by apostrophes. */
const countries = fc.constantFrom(
  { locale: 'es-PE', decimal: '.' },
  { locale: 'de-DE', decimal: ',' },
  { locale: 'fr-FR', decimal: ',' },
  { locale: 'de-CH', decimal: '.' },
) as fc.Arbitrary<{ locale: string; decimal: '.' | ',' }>;

describe('numbers', () => {
  it('are read back from the way in which countries write them, whatever stands around', () => {
    fc.assert(
      fc.property(amounts, countries, fc.constantFrom('', 'S/ ', 'US$'), (amount, { locale, decimal }, before) => {
        const text = before + amount.toLocaleString(locale, { minimumFractionDigits: 0, maximumFractionDigits: 2 });
        expect(readDecimal(text, decimal)?.value).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it('never vote for a decimal sign that is not theirs', () => {
    fc.assert(
      fc.property(amounts, countries, (amount, { locale, decimal }) => {
        expect([null, decimal]).toContain(decimalSignOf(amount.toLocaleString(locale)));
      }),
    );
  });

  it.each([
    ['1,234', '.', 1234],
    ['1,234', ',', 1.234],
    ['1.234', ',', 1234],
    ['-1.234', ',', -1234],
    ['0,125', '.', 0.125],
    ['1234,567', '.', 1234.567],
    ['(1,200.50)', '.', -1200.5],
    ['.5', ',', 0.5],
    ['5.', '.', 5],
    ['S/.1,200', '.', 1200],
    ['−3', '.', -3],
    ['1.2e3', '.', 1200],
  ] as const)('%s is, with a decimal %s, %d', (text, decimal, value) => {
    expect(readDecimal(text, decimal)?.value).toBe(value);
  });

  it.each(['', 'kg', '1,23,456', '12,34.5,6', '1 23', '1.234,567.8', '12-34', '1e999'])('%j is none', text => {
    expect(readDecimal(text, '.')).toBeNull();
  });
});

describe('times', () => {
  const zones = fc.constantFrom('America/Lima', 'America/Santiago', 'Europe/Madrid', 'UTC');
  const instants = fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const valueOf = (reading: Reading) => (reading.kind === 'value' ? reading.value : reading.reason);

  it('with an offset are the same instant in every zone', () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: -11, max: 12 }), (instant, zone, hours) => {
        const wall = new Date(instant.getTime() + hours * 3_600_000).toISOString().slice(0, -1);
        const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
        const read = timeReader({ precision: 'instant', zone });
        expect(valueOf(read(wall + offset, peruvianHint))).toBe(instant.getTime());
      }),
    );
  });

  it('without one are times of the wall clock of their zone', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const wholeSeconds = new Date(Math.floor(instant.getTime() / 1000) * 1000);
        const text = wholeSeconds.toLocaleString('en-GB', { timeZone: zone });
        const value = valueOf(timeReader({ precision: 'instant', zone })(text, peruvianHint));
        expect(new Date(Number(value)).toLocaleString('en-GB', { timeZone: zone })).toBe(text);
      }),
    );
  });

  it('of a day are its midnight, in either order of day and month', () => {
    fc.assert(
      fc.property(instants, zones, fc.constantFrom('day-first', 'month-first'), (instant, zone, dateOrder) => {
        const locale = dateOrder === 'day-first' ? 'en-GB' : 'en-US';
        const form = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
        const text = instant.toLocaleDateString(locale, form);
        const read = timeReader({ precision: 'day', zone });
        const midnight = valueOf(read(text, { ...peruvianHint, dateOrder }));
        expect(valueOf(read(instant.getTime(), peruvianHint))).toBe(midnight);
        expect(new Date(Number(midnight)).toLocaleDateString(locale, form)).toBe(text);
        expect([null, dateOrder]).toContain(dateOrderOf(text));
      }),
    );
  });
});

describe('a RUC', () => {
  it('has one right last digit', () => {
    const beginnings = fc.tuple(fc.constantFrom('10', '15', '16', '17', '20'), fc.integer({ min: 0, max: 99_999_999 }));
    fc.assert(
      fc.property(beginnings, ([prefix, number]) => {
        const beginning = prefix + String(number).padStart(8, '0');
        const right = Array.from('0123456789').filter(digit => rucFault(beginning + digit) === null);
        expect(right).toHaveLength(1);
      }),
    );
  });

  it.each([
    ['20131312955', null],
    ['20554133470', null],
    ['20512333798', 'check-digit'],
    ['11131312955', 'prefix'],
    ['2013131295', 'digits'],
  ])('%s has the fault %s', (ruc, fault) => {
    expect(rucFault(ruc)).toBe(fault);
  });
});

describe('any record', () => {
  const names = parcels.records['parcel'].fields.map(({ name }) => name);
  const raw = fc.oneof(
    fc.constantFrom(
      '12,5 kg',
      '1,234',
      'S/ 5',
      'USD',
      'avión',
      'PE',
      'sí',
      '14/11/2025',
      '2025-11-14T10:00Z',
      '',
      null,
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
  );
  const anyRecord = fc.record(Object.fromEntries(names.map(name => [name, raw])), { requiredKeys: [] });

  it('is accepted or refused, never an exception', () => {
    fc.assert(
      fc.property(anyRecord, record => {
        const parsed = parseRecord(parcels, 'parcel', record as RawRecord);
        expect(parsed.kind === 'accepted' || parsed.rejections.length > 0).toBe(true);
      }),
    );
  });

  const plausible = fc.record({
    parcel_number: fc.constantFrom('P-0001', 'p-123456'),
    sender_ruc: fc.constantFrom('20131312955', '20131312955.0', 20131312955),
    sent_on: fc.constantFrom('14/11/2025', '2025-11-14', '45975'),
    weight: fc.constantFrom('12,5 kg', '7 g', '1,234', 0.1, null),
    value: fc.constantFrom('S/ 1,200.50', '12.5', 'PEN 3'),
    currency: fc.constantFrom('', 'soles', 'PEN', 's/.'),
    insured: fc.double({ min: 0, max: 1e12, noNaN: true }),
    way: fc.constantFrom('avión', 'air', 'POR AIRE', 'By land', ''),
    origin: fc.constantFrom('pe', 'PE', 'NA', 'n/a'),
    fragile: fc.constantFrom('sí', 'false', 1, true, null),
    scanned_at: fc.constantFrom('2025-11-14T10:00Z', '04/03/2026 10:30 p. m.', 1_700_000_000_000, 'NA'),
  });

  it('once accepted is read as itself, with nothing left to convert', () => {
    let accepted = 0;
    fc.assert(
      fc.property(plausible, record => {
        const first = parseRecord(parcels, 'parcel', record);
        if (first.kind === 'rejected') return;
        accepted++;
        const second = parseRecord(parcels, 'parcel', first.values);
        expect(second).toMatchObject({ kind: 'accepted', values: first.values, converted: 0 });
      }),
    );
    expect(accepted).toBeGreaterThan(20);
  });
});
