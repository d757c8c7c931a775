import { units } from '@rikuy/contracts';
import type { Texts } from '../text/use-texts.ts';

/** A unit in words, `dollars (US$)`; one that is none of ours as it came. */
export function unitName(name: string, t: Texts['t']): string {
  const known = units.find(unit => unit === name);
  return known ? t(`units.${known}`) : name;
}
