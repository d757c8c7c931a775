import { chance, picker, type Picker, type Random } from '@rikuy/learn';
import type { Country } from '../records/countries.ts';
import type { ShippingMethod } from './declared-item.ts';

const neighbours: Readonly<Partial<Record<Country, string>>> = { CL: '172', EC: '019', CO: '019', BR: '172' };

const seaOffices: Picker<string> = picker([
  ['118', 88],
  ['046', 7],
  ['145', 5],
]);

/** How goods travel: by their value per kilogram, and by road from the neighbours. */
export function drawTransport(origin: Country, valuePerKg: number, random: Random): ShippingMethod {
  if (neighbours[origin] && chance(0.42, random)) return 'land';
  const byAir = valuePerKg > 60 ? 0.72 : valuePerKg > 20 ? 0.3 : 0.05;
  return chance(byAir, random) ? 'air' : 'sea';
}

/** The office where goods of that way enter. */
export function drawOffice(method: ShippingMethod, origin: Country, random: Random): string {
  if (method === 'air') return '235';
  return method === 'land' ? (neighbours[origin] ?? '172') : seaOffices(random);
}

const documents: Readonly<Record<ShippingMethod, string>> = { air: 'AWB', sea: 'BL', land: 'CP' };

export function drawShipment(method: ShippingMethod, year: number, random: Random): string {
  return `${documents[method]}-${year}-${String(random.below(10_000_000)).padStart(7, '0')}`;
}
