import type { Unit } from '@rikuy/contracts';
import { plainSign } from '../spelling.ts';

/** What people write for our units, and what one of it is in ours. */
const customary: Readonly<Partial<Record<Unit, Readonly<Record<string, number>>>>> = {
  kg: { kilo: 1, kilogramo: 1, kilogramos: 1, kilogram: 1, kilograms: 1 },
  PEN: { 's/': 1, soles: 1, sol: 1 },
  USD: { us$: 1, $: 1, dolares: 1, dollars: 1 },
  count: { u: 1, un: 1, und: 1, unid: 1, unidad: 1, unidades: 1, units: 1, pcs: 1, pza: 1, pzas: 1 },
  days: { d: 1, dia: 1, dias: 1, day: 1 },
  seconds: { s: 1, seg: 1, segundos: 1, sec: 1 },
  share: { '%': 0.01, percent: 0.01 },
  percent: { '%': 1 },
};

/** By how much to multiply a value in this unit to have it in the field's; null when the unit is unknown. */
export type UnitFactor = (written: string) => number | null;

export function unitFactors(unit: Unit | undefined, conversions: Readonly<Record<string, number>>): UnitFactor {
  const factors = new Map<string, number>();
  if (unit) {
    for (const [sign, factor] of Object.entries(customary[unit] ?? {})) factors.set(sign, factor);
    factors.set(plainSign(unit), 1);
  }
  for (const [name, factor] of Object.entries(conversions)) factors.set(plainSign(name), factor);
  return written => factors.get(plainSign(written)) ?? null;
}

/** A product without the digits that binary fractions add: 7 × 0.001 is 0.007. */
export function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}
