import type { Figure } from './figure.ts';
import { count } from './figures/count.ts';
import { daysSinceFirst } from './figures/days-since-first.ts';
import { daysSinceLast } from './figures/days-since-last.ts';
import { distinct } from './figures/distinct.ts';
import { max } from './figures/max.ts';
import { mean } from './figures/mean.ts';
import { median } from './figures/median.ts';
import { min } from './figures/min.ts';
import { recent } from './figures/recent.ts';
import { share } from './figures/share.ts';
import { std } from './figures/std.ts';
import { sum } from './figures/sum.ts';

/** Every figure that can be taken of past events, by name. */
export const figures = {
  count,
  sum,
  mean,
  median,
  std,
  min,
  max,
  distinct,
  share,
  recent,
  daysSinceLast,
  daysSinceFirst,
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureName = keyof typeof figures;

export function isFigure(name: unknown): name is FigureName {
  return typeof name === 'string' && Object.hasOwn(figures, name);
}
