import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRecord } from '@rikuy/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payments } from '../payments.ts';
import { defaultPaymentOptions, generatePayments } from './generate-payments.ts';
import { recordOf } from './payment-record.ts';
import { writePayments } from './write-payments.ts';

const options = { ...defaultPaymentOptions, rows: 4000 };

describe('writePayments', () => {
  let folder: string;
  let rows: Record<string, string>[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'payments-'));
    rows = await written('a.csv');
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function written(name: string, more: Partial<Parameters<typeof writePayments>[1]> = {}) {
    const path = join(folder, name);
    const { lines } = await writePayments(path, { ...options, ...more });
    const [header, ...cells] = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(cells).toHaveLength(lines);
    const names = header.split(',');
    return cells.map(line => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
  }

  it('writes the same bytes for the same options', async () => {
    expect(await written('b.csv')).toEqual(rows);
  });

  it('writes what the record reads back as it was, whatever the format and zone of its time', () => {
    const truth = new Map(generatePayments(options).map(one => [one.id, recordOf(one)]));
    const parsed = rows.map(row => ({ id: row.id_pago, parsed: parseRecord(payments, 'payment', row) }));
    const read = parsed.flatMap(({ id, parsed: one }) => (one.kind === 'accepted' ? [{ id, values: one.values }] : []));
    expect(read.length / rows.length).toBeGreaterThan(0.99);
    expect(read.length).toBeLessThan(rows.length);
    for (const { id, values } of read) {
      const { transaction_time, channel } = truth.get(id)!;
      expect(values.transaction_time).toBe(transaction_time);
      expect([channel, null]).toContain(values.channel);
    }
  });

  it('writes times in at least five ways', () => {
    const shapes = new Set(rows.map(({ fecha_hora: text }) => text.replaceAll(/\d/g, '9')));
    expect(shapes.size).toBeGreaterThanOrEqual(5);
  });

  it('leaves gaps, repeats lines, and tells the truth only in hidden columns', () => {
    for (const column of ['mcc', 'canal', 'ip', 'recibido', 'empresa'])
      expect(rows.filter(row => row[column] === '').length).toBeGreaterThan(5);
    expect(new Set(rows.map(({ id_pago }) => id_pago)).size).toBeLessThan(rows.length);
    const frauds = rows.filter(row => row._true_label === '1');
    expect(frauds.every(row => row._planted_pattern !== '' && Number(row._true_amount) > 0)).toBe(true);
    expect(Object.keys(rows[0]).slice(-3)).toEqual(['_planted_pattern', '_true_label', '_true_amount']);
  });

  it('parts history from what arrives after a cut, and hides findings not known by then', async () => {
    const cut = '2025-06-01';
    const history = await written('h.csv', { part: { kind: 'history', cut } });
    const arriving = await written('n.csv', { part: { kind: 'arriving', cut } });
    const known = history.map(({ label_known_at: at }) => at).filter(at => at !== '');
    expect(known.length).toBeGreaterThan(500);
    expect(known.every(at => Date.parse(at) < Date.parse(`${cut}T00:00:00-05:00`))).toBe(true);
    expect(arriving.every(row => row.fraud_label === '' && row.label_known_at === '')).toBe(true);
    expect(arriving.length).toBeGreaterThan(1000);
  });
});
