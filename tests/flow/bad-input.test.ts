// A file with everything that goes wrong in real exports: each fault is named in the reject file, the good rows go in.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadReport } from '@rikuy/contracts';
import { customs } from '@rikuy/customs';
import { createMemoryStores, ingestRecords, type StoredEntry, systemClock } from '@rikuy/engine';
import { openFile, type OpenFileOptions } from '@rikuy/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const header = [
  'Nro DAM;Serie;Aduana;Fecha;RUC importador;Subpartida;Cantidad;Peso;Valor declarado;Moneda',
  'País de origen;Categoría;Vía;underreported;verification_date;additional_duty',
]
  .join(';')
  .split(';');

/** A good line with some cells changed; the first column is the number of the declaration. */
function line(number: number, changed: Readonly<Record<string, string>> = {}): string {
  const cells: Record<string, string> = {
    'Nro DAM': `118-2025-10-5210${number}`,
    Serie: '1',
    Aduana: '118',
    Fecha: '14/11/2025',
    'RUC importador': '20554133470',
    Subpartida: '6403999000',
    Cantidad: '900',
    Peso: '1080,5',
    'Valor declarado': '"12.450,75"',
    Moneda: 'USD',
    'País de origen': 'China',
    Categoría: 'Calzado',
    Vía: 'Marítima',
    ...changed,
  };
  return header.map(name => cells[name] ?? '').join(';');
}

const lines = [
  header.join(';'),
  line(10),
  line(11).split(';').slice(0, 6).join(';'),
  `"${line(12, { 'Valor declarado': '12450' })}`,
  line(13, { 'País de origen': 'Perú' }),
  line(14, { Fecha: '14/11/25' }),
  line(15, { Peso: '12,5 kg', Cantidad: '75 docenas', underreported: 'sí', verification_date: '20/11/2025' }),
  line(16, { 'RUC importador': '20512333798' }),
  line(17, { Peso: '-3' }),
  line(18, { Moneda: 'XTS' }),
  line(19, { Fecha: '31/02/2025' }),
  line(20, { Vía: 'submarino' }),
  line(21, { Subpartida: '', 'RUC importador': '2055413347' }),
  line(22, { Peso: '3 arrobas' }),
  line(23, { 'Valor declarado': 'doce mil' }),
  '',
  line(10),
  `${line(24)};extra`,
  line(25),
];

let folder: string;
let report: LoadReport;
let entries: readonly StoredEntry[];
let rejects: readonly string[];

async function load(content: string | Uint8Array, options: OpenFileOptions = {}) {
  const path = join(folder, 'export.csv');
  await writeFile(path, content);
  const stores = createMemoryStores();
  const loaded = await ingestRecords(customs, openFile(path, options), stores, {
    recordType: customs.decides,
    rejectFolder: folder,
    clock: systemClock,
  });
  return { report: loaded, entries: (await Array.fromAsync(stores.eventLog.read({ useCase: customs.id }))).flat() };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rikuy-bad-input-'));
  const bytes = Buffer.concat(
    lines.map(text => Buffer.from(`${text}\r\n`, text.includes('521013') ? 'latin1' : 'utf8')),
  );
  ({ report, entries } = await load(bytes));
  rejects = (await readFile(String(report.rejectFile), 'utf8')).trim().split('\n').slice(1);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a bad file', () => {
  it.each([
    [3, '', 'broken-line', 'expected 16 columns; got 6'],
    [4, '', 'broken-line', 'a quote that is never closed'],
    [5, '', 'wrong-encoding', 'expected UTF-8'],
    [6, 'import_date', 'ambiguous-date', 'a year of four digits; got “14/11/25”'],
    [8, 'importer_ruc', 'wrong-check-digit', 'the right check digit; got “20*********”'],
    [9, 'shipment_weight', 'out-of-range', 'a number of 0 or more; got “-3”'],
    [10, 'declared_currency', 'unknown-currency', 'got “XTS”'],
    [11, 'import_date', 'not-a-date', 'a date that exists'],
    [12, 'shipping_method', 'unknown-value', 'air, sea, land'],
    [13, 'importer_ruc', 'wrong-format', 'a RUC of 11 digits'],
    [13, 'tariff_code', 'missing-value', 'A required value is missing'],
    [14, 'shipment_weight', 'unknown-unit', 'one of these units: kg'],
    [15, 'declaration_value', 'not-a-number', 'Expected a number; got “doce mil”'],
    [18, '', 'broken-line', 'expected 16 columns; got 17'],
  ])('has line %i, `%s`, in its reject file as %s', (number, field, reason, message) => {
    const found = rejects.find(text => text.startsWith(`${number},${field},`));
    expect(found).toContain(`,${reason},`);
    expect(found).toContain(message);
  });

  it('has nothing else in it, and no number of a taxpayer', () => {
    expect(rejects).toHaveLength(14);
    expect(rejects.join('\n')).not.toMatch(/20554133470|20512333798|2055413347/);
  });

  it('has its good rows in the log, read as they were meant', () => {
    const records = entries.filter(({ kind }) => kind === 'record');
    expect(records.map(({ eventId }) => eventId)).toEqual([10, 15, 25].map(number => `118-2025-10-5210${number}/1`));
    expect(records[0].values).toMatchObject({
      declaration_value: 12_450.75,
      shipment_weight: 1080.5,
      country_origin: 'CN',
      product_category: 'footwear',
      shipping_method: 'sea',
      import_date: Date.parse('2025-11-14T00:00-05:00'),
    });
    expect(records[1].values).toMatchObject({ shipment_weight: 12.5, quantity_items: 900 });
    expect(entries.filter(({ kind }) => kind === 'label')).toMatchObject([
      { eventId: '118-2025-10-521015/1', values: { label: 1 }, knownAt: Date.parse('2025-11-21T00:00-05:00') },
    ]);
  });

  it('is accounted for row by row', () => {
    expect(report).toMatchObject({ read: 17, accepted: 3, rejected: 13, duplicates: 1, finished: true });
  });
});

describe('a whole file', () => {
  it('in another encoding is read when that is stated', async () => {
    const latin = Buffer.from(`${lines[0]}\n${line(10)}\n${line(25)}\n`, 'latin1');
    const untold = await load(latin);
    expect(untold.report).toMatchObject({ read: 2, accepted: 0, rejected: 2 });
    expect(await readFile(String(untold.report.rejectFile), 'utf8')).toContain('state that as its encoding');
    const told = await load(latin, { encoding: 'windows-1252' });
    expect(told.report).toMatchObject({ read: 2, accepted: 2, rejected: 0 });
    expect(told.entries[0].values).toMatchObject({ product_category: 'footwear' });
  });

  it('without a column that every record needs is refused, with the columns it has and the names expected', async () => {
    const without = [lines[0].replace('RUC importador', 'Contribuyente'), line(10)].join('\n');
    await expect(load(without)).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringMatching(/`importer_ruc`, `ruc`, `ruc_importador`.*the columns are: Nro DAM, Serie/),
      fields: [{ field: 'importer_ruc' }],
    });
  });
});
