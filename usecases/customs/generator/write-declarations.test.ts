import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarationItem } from '../records/declaration-item.ts';
import { defaultGeneratorOptions, generateDeclarations } from './generate-declarations.ts';
import { writeDeclarations, type WrittenDeclarations } from './write-declarations.ts';

const options = { ...defaultGeneratorOptions, rows: 6000 };

describe('writeDeclarations', () => {
  let folder: string;
  let text: string;
  let written: WrittenDeclarations;
  let column: (name: string) => string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'customs-'));
    written = await writeDeclarations(join(folder, 'a.csv'), options);
    text = await readFile(join(folder, 'a.csv'), 'utf8');
    const [header, ...lines] = text
      .trimEnd()
      .split('\n')
      .map(line => line.split(','));
    column = name => lines.map(line => line[header.indexOf(name)]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('writes the same bytes for the same options', async () => {
    await writeDeclarations(join(folder, 'b.csv'), options);
    expect(await readFile(join(folder, 'b.csv'), 'utf8')).toBe(text);
  });

  it('counts what it wrote', () => {
    const lines = text.trimEnd().split('\n').slice(1);
    expect(written.lines).toBe(lines.length);
    expect(written.duplicates).toBe(lines.length - new Set(lines).size);
    expect(written.lines - written.duplicates).toBe(6000);
  });

  it('names every column so that the record knows it', () => {
    const names = new Set(declarationItem.fields.flatMap(({ name, aliases }) => [name, ...aliases]));
    const label = ['underreported', 'verification_date', 'additional_duty', 'validated_by_officer'];
    const unknown = text
      .slice(0, text.indexOf('\n'))
      .split(',')
      .filter(name => !names.has(name) && !label.includes(name));
    expect(unknown).toEqual(['_planted_pattern', '_true_label', '_true_amount']);
  });

  it('spells countries, categories and transport in several ways', () => {
    expect(column('pais_origen')).toEqual(expect.arrayContaining(['CN', 'China', 'CHINA']));
    expect(column('categoria_producto')).toEqual(expect.arrayContaining(['footwear', 'Calzado', 'CALZADO']));
    expect(column('via_transporte')).toEqual(expect.arrayContaining(['air', 'AEREO', 'Marítimo']));
  });

  it('writes only spellings that the record declares', () => {
    const field = (name: string) => declarationItem.fields.find(field => field.name === name)!;
    for (const [header, name] of [
      ['pais_origen', 'country_origin'],
      ['categoria_producto', 'product_category'],
      ['via_transporte', 'shipping_method'],
    ]) {
      const declared = field(name) as { spellings: Record<string, string>; values?: Record<string, unknown> };
      const known = new Set([...Object.keys(declared.spellings), ...Object.keys(declared.values ?? {})].map(fold));
      const unknown = column(header).filter(value => !known.has(fold(value)) && !/^([A-Z]{2})?$/.test(value));
      expect(unknown).toEqual([]);
    }
  });

  it('leaves gaps, names units, and has outliers and values to reject', () => {
    expect(column('precio_mercado_estimado').filter(value => value === '').length / 6000).toBeGreaterThan(0.55);
    expect(column('peso_kg').filter(value => value === '').length).toBeGreaterThan(30);
    for (const unit of [' g', ' t', ' lb']) expect(column('peso_kg').some(value => value.endsWith(unit))).toBe(true);
    expect(column('fecha_numeracion').some(value => /^\d{2}\/\d{2}\/\d{4}$/.test(value))).toBe(true);
  });

  it('parts history from what arrives after a cut, and hides findings not known by then', async () => {
    const read = async (kind: 'history' | 'arriving'): Promise<{ days: string[]; found: string[] }> => {
      const path = join(folder, `${kind}.csv`);
      await writeDeclarations(path, { ...options, part: { kind, cut: '2025-06-01' } });
      const lines = (await readFile(path, 'utf8'))
        .trimEnd()
        .split('\n')
        .slice(1)
        .map(line => line.split(','));
      return { days: lines.map(line => isoDay(line[3])), found: lines.map(line => line[18]).filter(day => day !== '') };
    };
    const [history, arriving] = [await read('history'), await read('arriving')];
    expect(history.days.every(day => day < '2025-06-01')).toBe(true);
    expect(history.found.length).toBeGreaterThan(500);
    expect(history.found.every(day => day < '2025-06-01')).toBe(true);
    expect(arriving.days.every(day => day >= '2025-06-01')).toBe(true);
    expect(arriving.found).toEqual([]);
  });

  it('keeps the truth free of dirt', () => {
    const declarations = generateDeclarations(options);
    const trulyUnder = declarations.filter(({ truth }) => truth.underreported).length;
    expect(written.underreported).toBe(trulyUnder);
    expect(declarations.every(({ record }) => record.shipment_weight > 0)).toBe(true);
  });
});

function isoDay(day: string): string {
  return day.includes('/') ? day.split('/').toReversed().join('-') : day;
}

function fold(text: string): string {
  return text.toLowerCase();
}
