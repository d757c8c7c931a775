import { recordDeclaration } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { entryOf, missingFields, recordOf } from './record-entry.ts';

const words = { title: { es: 'x', en: 'x' }, description: { es: 'x', en: 'x' } };
const declaration = recordDeclaration.parse({
  title: words.title,
  fields: [
    { kind: 'identifier', name: 'number', required: true, ...words },
    { kind: 'money', name: 'value', required: true, ...words },
    { kind: 'number', name: 'weight', unit: 'kg', conversions: { g: 0.001 }, ...words },
    { kind: 'time', name: 'day', precision: 'day', ...words },
    { kind: 'time', name: 'moment', ...words },
    { kind: 'boolean', name: 'certified', ...words },
  ],
  identity: ['number'],
  timeField: 'day',
});

describe('recordOf', () => {
  it('reads amounts, leaves out what is empty, keeps identifiers as they are', () => {
    expect(recordOf(declaration, { number: ' 0012 ', value: '1,234.50', weight: '', certified: false })).toEqual({
      number: '0012',
      value: 1234.5,
      certified: false,
    });
  });

  it('sends a value with its own unit as typed', () => {
    expect(recordOf(declaration, { weight: '350 g' })).toEqual({ weight: '350 g' });
  });
});

describe('entryOf', () => {
  it('puts a record into the form and gets the same record back', () => {
    const record = { number: '0012', value: 1234.5, weight: 2, day: '2026-11-19', certified: true };
    expect(recordOf(declaration, entryOf(declaration, record))).toEqual(record);
  });

  it('shows an instant as its day in Lima', () => {
    expect(entryOf(declaration, { day: Date.parse('2026-11-20T03:00:00Z') })).toEqual({ day: '2026-11-19' });
  });
});

it('entryOf shows a moment as the minute in Lima, however it was written', () => {
  const shown = ['2026-11-20T03:00:00Z', '2026-11-19 22:00:00', Date.parse('2026-11-20T03:00:00Z')].map(
    moment => entryOf(declaration, { moment }).moment,
  );
  expect(shown).toEqual(['2026-11-19T22:00', '2026-11-19T22:00', '2026-11-19T22:00']);
});

it('missingFields names what is required and blank', () => {
  expect(missingFields(declaration, { number: '  ' }).map(({ name }) => name)).toEqual(['number', 'value']);
});
