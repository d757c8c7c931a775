import { chance, oneOf, type Random } from '@rikuy/learn';
import type { GeneratedPayment } from './payment-made.ts';
import { writtenAmount } from './payment-record.ts';

/** How often an export spoils a value. Every kind but the last two can be repaired. */
export const dirtRates = {
  spelling: 0.08,
  currencyCase: 0.02,
  missingCategory: 0.02,
  missingAddress: 0.02,
  missingChannel: 0.01,
  missingBusiness: 0.01,
  missingArrival: 0.02,
  /** Cents written as soles. */
  outlier: 0.0006,
  otherTimeFormat: 0.25,
  /** Rejected. */
  negativeAmount: 0.0005,
  noSuchDay: 0.0005,
} as const;

const channelSpellings = {
  web: ['WEB', 'Internet', 'Banca por internet'],
  mobile: ['App', 'MOVIL', 'celular'],
  file: ['Archivo', 'LOTE', 'batch'],
  api: ['API', 'H2H'],
  branch: ['Ventanilla', 'AGENCIA', 'oficina'],
} as const;

/** A payment as the cells of a line, in the order of the columns, with the dirt of real exports. */
export function soiledPayment(generated: GeneratedPayment, random: Random): string[] {
  const { id, receivedAt, payment } = generated;
  const hits = (kind: keyof typeof dirtRates): boolean => chance(dirtRates[kind], random);
  const currency = payment.inDollars ? 'USD' : 'PEN';
  const channel = hits('spelling') ? oneOf(channelSpellings[payment.channel], random) : payment.channel;
  return [
    id,
    payment.account,
    payment.counterparty,
    hits('missingBusiness') ? '' : payment.business,
    spoiltAmount(writtenAmount(payment), hits('outlier'), hits('negativeAmount')),
    hits('currencyCase') ? currency.toLowerCase() : currency,
    hits('noSuchDay')
      ? '2025-02-30 10:00:00'
      : hits('otherTimeFormat')
        ? oneOf(timeFormats, random)(payment.time)
        : writtenMoment(payment.time),
    hits('missingArrival') ? '' : new Date(receivedAt).toISOString(),
    hits('missingCategory') ? '' : payment.category,
    hits('missingChannel') ? '' : channel,
    payment.ip === null || hits('missingAddress') ? '' : payment.ip,
  ];
}

function spoiltAmount(amount: number, isOutlier: boolean, isNegative: boolean): string {
  if (isNegative) return (-amount).toFixed(2);
  return isOutlier ? (amount * 100).toFixed(0) : amount.toFixed(2);
}

/** The ways in which banks and systems write one instant; each comes back as it was, to the millisecond or the second. */
const timeFormats: readonly ((time: number) => string)[] = [
  time => new Date(time).toISOString(),
  time => `${wallClock(time, 9).replace(' ', 'T')}+09:00`,
  time => `${wallClock(time, -3)}-03:00`,
  time => String(time),
  slashedMoment,
];

/** An instant in Lima, `2025-11-14T09:30:00.250-05:00`. */
export function writtenMoment(time: number): string {
  return `${wallClock(time, -5).replace(' ', 'T')}-05:00`;
}

/** `31/12/2025 14:30:00.250`, Lima time, where no reader can mistake it. */
function slashedMoment(time: number): string {
  const [day, clock] = wallClock(time, -5).split(' ');
  return Number(day.slice(8)) <= 12 ? `${day} ${clock}` : `${day.split('-').toReversed().join('/')} ${clock}`;
}

/** `2025-12-31 14:30:00.250` on a clock so many hours ahead of UTC. */
function wallClock(time: number, hoursAhead: number): string {
  return new Date(time + hoursAhead * 3_600_000).toISOString().slice(0, 23).replace('T', ' ');
}
