import { writeFile } from 'node:fs/promises';
import type { GeneratedFiles, GenerateOptions } from '@rikuy/engine';
import { chance, type Random, seeded } from '@rikuy/learn';
import { soiledPayment, writtenMoment } from './dirt.ts';
import { generatePayments } from './generate-payments.ts';
import type { GeneratedPayment } from './payment-made.ts';

const columns = [
  'id_pago',
  'cuenta',
  'beneficiario',
  'empresa',
  'monto',
  'moneda',
  'fecha_hora',
  'recibido',
  'mcc',
  'canal',
  'ip',
  'fraud_label',
  'label_known_at',
  'loss_amount',
  '_planted_pattern',
  '_true_label',
  '_true_amount',
];

/** Share of lines that an export writes twice. */
const repeatedLines = 0.002;

/**
 * Writes generated payments as CSV like the export of a bank, dirt included. Columns that begin with `_` hold the truth:
 * nothing may learn from them. The same options give the same bytes.
 */
export async function writePayments(path: string, options: GenerateOptions): Promise<GeneratedFiles> {
  const random = seeded(options.seed).fork('dirt');
  const lines = partOf(generatePayments(options), options).flatMap(payment => paymentLines(payment, random));
  await writeFile(path, `${[columns.join(','), ...lines].join('\n')}\n`);
  return { lines: lines.length };
}

/** History with the findings known before the cut, or what arrives after it, of which nothing is known. */
function partOf(payments: readonly GeneratedPayment[], { part }: GenerateOptions): readonly GeneratedPayment[] {
  if (!part) return payments;
  const cut = Date.parse(`${part.cut}T00:00:00-05:00`);
  const isHistory = part.kind === 'history';
  return payments
    .filter(({ payment }) => payment.time < cut === isHistory)
    .map(one => ({ ...one, finding: isHistory && one.finding && one.finding.knownAt < cut ? one.finding : null }));
}

function paymentLines(generated: GeneratedPayment, random: Random): string[] {
  const { finding, payment } = generated;
  const found = finding
    ? [
        String(finding.fraud),
        writtenMoment(finding.knownAt),
        finding.fraud === 1 ? (payment.loss || payment.amount).toFixed(2) : '',
      ]
    : ['', '', ''];
  const hidden = [payment.pattern ?? '', payment.pattern ? '1' : '0', payment.loss.toFixed(2)];
  const line = [...soiledPayment(generated, random), ...found, ...hidden].join(',');
  return chance(repeatedLines, random) ? [line, line] : [line];
}
