import type { Department } from '../records/places.ts';

/** Months in which a part of the country sells much less: a flood in the north, a blocked south. */
export interface Shock {
  readonly regions: readonly Department[];
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
  /** What is left of usual income. */
  readonly left: number;
}

const north: readonly Department[] = ['PE-PIU', 'PE-TUM', 'PE-LAM', 'PE-LAL'];
const south: readonly Department[] = ['PE-CUS', 'PE-PUN', 'PE-ARE'];
const monthMs = 30.44 * 86_400_000;

/** One early in the span and one in its second half; the more the world drifts, the more the second is another. */
export function shocksOf({ start, end }: { readonly start: number; readonly end: number }, drift: number): Shock[] {
  const at = (share: number): number => start + share * (end - start);
  return [
    { regions: north, from: at(0.14), until: at(0.14) + 8 * monthMs, left: 0.35 },
    { regions: drift > 0.5 ? south : north, from: at(0.6), until: at(0.6) + 8 * monthMs, left: 0.35 - 0.05 * drift },
  ];
}

/** What is left of usual income in this region at this time. */
export function incomeLeft(shocks: readonly Shock[], region: Department, time: number): number {
  const hit = shocks.find(({ regions, from, until }) => regions.includes(region) && time >= from && time < until);
  return hit?.left ?? 1;
}

/** Whether an application falls where a shock is under way and has shown in the months before. */
export function isShocked(shocks: readonly Shock[], region: Department, time: number): boolean {
  return incomeLeft(shocks, region, time) < 1 && incomeLeft(shocks, region, time - 1.5 * monthMs) < 1;
}
