import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Random, seeded } from '@rikuy/learn';

const countries = ['PE', 'PE', 'PE', 'CN', 'CN', 'US', 'VN', 'CL', 'BR', 'DE'] as const;
const channels = ['web', 'app', 'post', ''] as const;
const amounts = 11;
const start = Date.parse('2024-01-01T00:00:00Z');
const header = [
  'id',
  'at',
  'customer',
  'country',
  'office',
  'channel',
  'paid',
  ...Array.from({ length: amounts }, (_, k) => `amount_${k}`),
  'items',
  'fraud',
];

/** A CSV of made-up payments, 20 columns: an identifier, a time, categories, skewed amounts with gaps, a label. */
export async function writePayments(path: string, rows: number): Promise<void> {
  const random = seeded(7);
  const stream = createWriteStream(path);
  stream.write(`${header.join(',')}\n`);
  for (let from = 0; from < rows; from += 5000) {
    const lines = Array.from({ length: Math.min(5000, rows - from) }, (_, i) => line(from + i, rows, random));
    if (!stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

function line(row: number, rows: number, random: Random): string {
  const fraud = random.next() < 0.03 ? 1 : 0;
  const size = random.normal();
  const at = new Date(start + Math.floor((row / rows) * 730 * 86_400) * 1000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
  const customer = Math.floor(40_000 * random.next() ** 3);
  const cells = [
    `E${String(row).padStart(8, '0')}`,
    at,
    `C${String(customer).padStart(6, '0')}`,
    countries[random.below(countries.length)],
    `A${random.below(20)}`,
    channels[random.below(channels.length)],
    random.next() < 0.7 ? 'True' : 'False',
    ...Array.from({ length: amounts }, (_, k) => amount(k, { size, fraud, random })),
    String(random.below(9)),
    String(fraud),
  ];
  return cells.join(',');
}

function amount(
  k: number,
  { size, fraud, random }: { readonly size: number; readonly fraud: number; readonly random: Random },
): string {
  const noise = random.normal();
  if (k % 4 === 1 && random.next() < 0.05 * k) return '';
  const raised = fraud === 1 && k % 3 === 0 ? 1.3 : 1;
  return (Math.exp(1 + 0.1 * k * size + (0.4 + 0.1 * k) * noise) * raised).toFixed(4);
}
