import { chance, oneOf, type Random } from '@rikuy/learn';
import { countryNames } from '../records/places.ts';
import type { GeneratedPurchase } from './purchase.ts';

/** How often an export spoils a value. Every kind but the last two can be repaired. */
export const dirtRates = {
  spelling: 0.08,
  currencyCase: 0.02,
  missingCountry: 0.02,
  missingDevice: 0.015,
  missingItems: 0.01,
  /** Cents written as soles. */
  outlier: 0.0008,
  slashedDate: 0.04,
  /** Rejected. */
  negativeAmount: 0.0005,
  unknownDevice: 0.0005,
} as const;

const deviceSpellings = {
  mobile: ['MOVIL', 'Celular', 'smartphone'],
  desktop: ['PC', 'Laptop', 'DESKTOP'],
  tablet: ['Tableta', 'TABLET'],
} as const;

/** A purchase as the cells of a line, in the order of the columns, with the dirt of real exports. */
export function soiledPurchase({ id, session, purchase, outsideScore }: GeneratedPurchase, random: Random): string[] {
  const hits = (kind: keyof typeof dirtRates): boolean => chance(dirtRates[kind], random);
  const { inDollars, country, deviceType } = purchase;
  const currency = inDollars ? 'USD' : 'PEN';
  return [
    id,
    purchase.user,
    session,
    purchase.merchant,
    writtenMoment(purchase.time, hits('slashedDate')),
    writtenAmount(inDollars ? purchase.amount / 3.6 : purchase.amount, hits('outlier'), hits('negativeAmount')),
    hits('currencyCase') ? currency.toLowerCase() : currency,
    hits('missingItems') ? '' : String(purchase.items),
    hits('spelling') ? purchase.category.toUpperCase() : purchase.category,
    purchase.department,
    purchase.address,
    purchase.card,
    purchase.ip,
    hits('missingCountry') ? '' : hits('spelling') ? countryNames[country].es : country,
    hits('missingDevice') ? '' : purchase.device,
    hits('unknownDevice') ? 'nevera' : hits('spelling') ? oneOf(deviceSpellings[deviceType], random) : deviceType,
    outsideScore === null ? '' : String(outsideScore),
  ];
}

function writtenAmount(amount: number, isOutlier: boolean, isNegative: boolean): string {
  const cents = Math.max(1, Math.round(amount * 100)) / 100;
  if (isNegative) return (-cents).toFixed(2);
  return isOutlier ? (cents * 100).toFixed(0) : cents.toFixed(2);
}

/** `2025-11-14 09:30:00` or, where no reader can mistake it, `14/11/2025 09:30:00`, Lima time. */
function writtenMoment(time: number, slashed: boolean): string {
  const [day, clock] = new Date(time - 5 * 3_600_000).toISOString().slice(0, 19).split('T');
  const isPlain = !slashed || Number(day.slice(8)) <= 12;
  return `${isPlain ? day : day.split('-').toReversed().join('/')} ${clock}`;
}
