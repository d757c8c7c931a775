import type { RejectionReason } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { parcels } from './parcels.fixture.ts';
import { parseRecord } from './parse-record.ts';
import type { AcceptedRecord, RawRecord } from './read-record.ts';

const lima = (text: string) => Date.parse(`${text}-05:00`);
const required = { parcel_number: 'P-0001', sender_ruc: '20131312955', sent_on: '2026-03-04' };

function accepted(raw: RawRecord): AcceptedRecord {
  const parsed = parseRecord(parcels, 'parcel', { ...required, ...raw });
  if (parsed.kind === 'rejected') throw new Error(JSON.stringify(parsed.rejections));
  return parsed;
}

function refusedFor(raw: RawRecord): Record<string, RejectionReason> {
  const parsed = parseRecord(parcels, 'parcel', { ...required, ...raw });
  const rejections = parsed.kind === 'rejected' ? parsed.rejections : [];
  return Object.fromEntries(rejections.map(({ field, reason }) => [field, reason]));
}

describe('names', () => {
  it('finds fields under any case, accent, space and alias', () => {
    const raw = {
      NUMERO: 'P-0001',
      'ruc del Remitente': '20131312955',
      'Fecha de envio': '2026-03-04',
      'FRAGIL ': 'si',
    };
    expect(parseRecord(parcels, 'parcel', raw)).toMatchObject({
      kind: 'accepted',
      values: { parcel_number: 'P-0001', sender_ruc: '20131312955', fragile: true },
    });
  });

  it('prefers the own name to an alias, and a present value to an absent one', () => {
    expect(accepted({ peso: 2, weight: 3 }).values['weight']).toBe(3);
    expect(accepted({ peso: 2, weight: '' }).values['weight']).toBe(2);
  });

  it('gives every declared field, absent as null', () => {
    const { parcel_number, sender_ruc, sent_on, ...rest } = accepted({}).values;
    expect([parcel_number, sender_ruc, sent_on]).toEqual(['P-0001', '20131312955', lima('2026-03-04T00:00')]);
    expect(Object.keys(rest)).toHaveLength(11);
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });

  it('refuses a type of record that the use case has not', () => {
    expect(() => parseRecord(parcels, 'letter', {})).toThrow('(parcel); got `letter`');
  });
});

describe('amounts and units', () => {
  it.each([
    ['12,5 kg', 12.5],
    ['300 g', 0.3],
    ['7 g', 0.007],
    ['1.5 t', 1500],
    ['1,234', 1234],
    ['1.234,50', 1234.5],
    [0.25, 0.25],
  ])('reads a weight of %s as %d kg', (raw, weight) => {
    expect(accepted({ weight: raw }).values['weight']).toBe(weight);
  });

  it('takes the unit from the header or from the column beside it', () => {
    expect(accepted({ 'Peso (g)': '250' }).values['weight']).toBe(0.25);
    expect(accepted({ peso_g: 250 }).values['weight']).toBe(0.25);
    expect(accepted({ peso: '250', 'unidad de peso': 'g' }).values['weight']).toBe(0.25);
  });

  it('counts what had to be changed and nothing else', () => {
    expect(accepted({ weight: '12.5', pieces: 3, way: 'air' }).converted).toBe(0);
    expect(accepted({ weight: '300 g', pieces: '3', way: 'AÉREA' }).converted).toBe(2);
  });

  it('keeps amounts in the currency written beside them', () => {
    expect(accepted({ value: 'S/ 1,200.50' }).values).toMatchObject({ value: 1200.5, currency: 'PEN' });
    expect(accepted({ value: '€ 20', currency: 'EUR' }).values).toMatchObject({ value: 20, currency: 'EUR' });
    expect(accepted({ value: '$ 20', moneda: 'soles' }).values).toMatchObject({ value: 20, currency: 'PEN' });
    expect(accepted({ insured: 'S/ 20' }).values).toMatchObject({ insured: 20 });
  });

  it('refuses currencies that contradict each other or have no rate', () => {
    expect(refusedFor({ value: 'US$ 20', currency: 'PEN' })).toEqual({ value: 'unknown-currency' });
    expect(refusedFor({ insured: 'USD 20' })).toEqual({ insured: 'unknown-currency' });
    expect(refusedFor({ value: 20, currency: 'XTS' })).toEqual({ currency: 'unknown-currency' });
    expect(refusedFor({ value: '20 CHF' })).toEqual({ value: 'unknown-currency' });
  });

  it('refuses what is no number, out of range, not whole or in an unknown unit', () => {
    expect(refusedFor({ weight: 'heavy' })).toEqual({ weight: 'not-a-number' });
    expect(refusedFor({ weight: '-2' })).toEqual({ weight: 'out-of-range' });
    expect(refusedFor({ pieces: 501 })).toEqual({ pieces: 'out-of-range' });
    expect(refusedFor({ pieces: 2.5 })).toEqual({ pieces: 'wrong-format' });
    expect(refusedFor({ weight: '3 arrobas' })).toEqual({ weight: 'unknown-unit' });
    expect(refusedFor({ weight: '1.23.4' })).toEqual({ weight: 'not-a-number' });
  });
});

describe('identifiers and categories', () => {
  it('checks the digits of a RUC and tells how it is wrong', () => {
    expect(refusedFor({ sender_ruc: '20554133470' })).toEqual({});
    expect(refusedFor({ sender_ruc: '20512333798' })).toEqual({ sender_ruc: 'wrong-check-digit' });
    expect(refusedFor({ sender_ruc: '30554133470' })).toEqual({ sender_ruc: 'wrong-format' });
    expect(refusedFor({ sender_ruc: '2.05541E+10' })).toEqual({ sender_ruc: 'wrong-format' });
  });

  it('undoes what exports do to codes', () => {
    expect(accepted({ sender_ruc: '20131312955.0' }).values['sender_ruc']).toBe('20131312955');
    expect(accepted({ sender_ruc: 20131312955 }).values['sender_ruc']).toBe('20131312955');
    expect(accepted({ parcel_number: 'p-0001' }).values['parcel_number']).toBe('P-0001');
    expect(accepted({ clerk_dni: '0123 4567' }).values['clerk_dni']).toBe('01234567');
  });

  it('reads categories under their spellings and titles', () => {
    expect(accepted({ way: 'avión' }).values['way']).toBe('air');
    expect(accepted({ way: 'TERRESTRE' }).values['way']).toBe('land');
    expect(refusedFor({ way: 'sea' })).toEqual({ way: 'unknown-value' });
  });

  it('takes NA for a country, not for nothing', () => {
    expect(accepted({ origin: 'NA' }).values['origin']).toBe('NA');
    expect(accepted({ weight: 'NA', origin: 'N/A' }).values).toMatchObject({ weight: null, origin: null });
  });
});

describe('times', () => {
  it.each([
    ['2026-03-04T10:30:00-05:00', '2026-03-04T10:30'],
    ['2026-03-04 15:30:00Z', '2026-03-04T10:30'],
    ['2026-03-04 10:30', '2026-03-04T10:30'],
    ['04/03/2026 10:30', '2026-03-04T10:30'],
    ['4-3-2026 10:30 a. m.', '2026-03-04T10:30'],
    ['04/03/2026 10:30:15.250 PM', '2026-03-04T22:30:15.250'],
    ['20260304', '2026-03-04T00:00'],
    [lima('2026-03-04T10:30'), '2026-03-04T10:30'],
    ['46085.4375', '2026-03-04T10:30'],
  ])('reads %s as the moment %s of Lima', (raw, moment) => {
    expect(accepted({ scanned_at: raw }).values['scanned_at']).toBe(lima(moment));
  });

  it('keeps a day as its midnight, whichever way software wrote it', () => {
    const midnight = lima('2026-03-04T00:00');
    for (const raw of ['2026-03-04', '4/3/2026', '2026-03-04T00:00:00Z', '2026-03-05T02:00:00Z', '46085', midnight]) {
      expect(accepted({ sent_on: raw }).values['sent_on']).toBe(midnight);
    }
  });

  it.each([
    ['4/3/26', 'ambiguous-date'],
    ['26-03-04', 'ambiguous-date'],
    ['2026-02-29', 'not-a-date'],
    ['2026-13-01', 'not-a-date'],
    ['11/14/2025', 'not-a-date'],
    ['2026-03-04 25:00', 'not-a-date'],
    ['soon', 'not-a-date'],
    [12, 'not-a-date'],
    ['0026-03-04', 'out-of-range'],
  ] as const)('refuses %s', (raw, reason) => {
    expect(refusedFor({ sent_on: raw })).toEqual({ sent_on: reason });
  });
});

describe('labels', () => {
  it('knows a label from the end of the day on which it was found', () => {
    const { label } = accepted({ misdeclared: 'sí', 'FECHA DE REVISION': '10/03/2026', recovered: '1,200.50' });
    expect(label).toEqual({ label: 1, amount: 1200.5, knownAt: lima('2026-03-11T00:00') });
  });

  it('knows it from its moment on where there is one', () => {
    const { label } = accepted({ misdeclared: 0, checked_on: '2026-03-10 09:00' });
    expect(label).toEqual({ label: 0, amount: null, knownAt: lima('2026-03-10T09:00') });
  });

  it('leaves a label without a time unknown, unless a delay is assumed', () => {
    expect(accepted({ misdeclared: 1 }).label).toBeNull();
    const { columns, ...label } = parcels.label;
    const delayed = { ...parcels, label: { ...label, columns: { label: columns.label }, assumedDelayDays: 14 } };
    expect(parseRecord(delayed, 'parcel', { ...required, misdeclared: 1 })).toMatchObject({
      label: { label: 1, knownAt: lima('2026-03-18T00:00') },
    });
  });

  it('refuses a label that was known before the event', () => {
    expect(refusedFor({ misdeclared: 1, checked_on: '2026-03-01' })).toEqual({ checked_on: 'out-of-range' });
  });

  it('puts truths that only a generator knows aside', () => {
    const { hidden, values } = accepted({ _planted: 'swap', _true_label: 1 });
    expect(hidden).toEqual({ planted: 'swap', true_label: 1 });
    expect(values).not.toHaveProperty('_planted');
  });
});

describe('rejections', () => {
  it('tells every wrong field, not the first only', () => {
    expect(refusedFor({ sender_ruc: '', weight: '-1', sent_on: '1/1/26' })).toEqual({
      sender_ruc: 'missing-value',
      weight: 'out-of-range',
      sent_on: 'ambiguous-date',
    });
  });

  it('masks personal data and says in both languages what to do', () => {
    const parsed = parseRecord(parcels, 'parcel', { ...required, sender_ruc: '20512333798' }, { line: 7 });
    expect(parsed).toEqual({
      kind: 'rejected',
      rejections: [
        {
          line: 7,
          field: 'sender_ruc',
          value: '20*********',
          reason: 'wrong-check-digit',
          message: {
            es: 'Se esperaba un RUC con dígito verificador correcto; llegó «20*********».',
            en: 'Expected a RUC with the right check digit; got “20*********”.',
          },
          repair: expect.objectContaining({ es: expect.any(String), en: expect.any(String) }),
        },
      ],
    });
  });
});
