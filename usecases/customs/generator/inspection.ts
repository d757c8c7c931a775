import { chance, logNormal, type Random } from '@rikuy/learn';
import { goodOf } from '../taxes/goods.ts';
import type { DeclarationItem, Finding, Truth } from './declared-item.ts';
import { dutyAtStake } from '../taxes/import-taxes.ts';

/**
 * The regime of the past, whose traces are all that a model can learn from: a random part and an old list of rules
 * over what was declared, officers who miss some and are seldom wrong, findings days to weeks later.
 */
export const pastInspections = {
  randomShare: 0.16,
  /** Points from which the rules select a declaration. */
  threshold: 1.58,
  /** Share of what is under-reported that a verifying officer finds. */
  sensitivity: 0.93,
  /** Share of honest items that an officer wrongly adjusts, and by how much of the value. */
  falseFinds: 0.004,
  falseAdjustment: 0.1,
  /** Days from import to finding, log-normal. */
  delayDays: 10,
  delaySpread: 0.7,
} as const;

const listedOrigins = new Set(['CN', 'IN', 'BD', 'PK', 'HK']);
const listedChapters = new Set(['61', '62', '63', '64', '95', '42']);

export interface DeclaredValues {
  readonly record: DeclarationItem;
  readonly valueUsd: number;
}

/** Whether the regime of the past verified a declaration, seen from its items and its importer's days of history. */
export function wasSelected(items: readonly DeclaredValues[], knownForDays: number, random: Random): boolean {
  if (chance(pastInspections.randomShare, random)) return true;
  const points = Math.max(...items.map(item => rulePoints(item, knownForDays)));
  return points + 0.55 * random.normal() > pastInspections.threshold;
}

function rulePoints({ record, valueUsd }: DeclaredValues, knownForDays: number): number {
  const good = goodOf(record.tariff_code);
  const usualPerKg = good.unitPrice / good.unitWeight;
  return (
    (knownForDays < 60 ? 0.5 : 0) +
    (listedOrigins.has(record.country_origin) ? 0.45 : 0) +
    (listedChapters.has(record.tariff_code.slice(0, 2)) ? 0.45 : 0) +
    (valueUsd / record.shipment_weight < 0.55 * usualPerKg ? 0.9 : 0) +
    (valueUsd > 30_000 ? 0.35 : 0)
  );
}

/** What the officer who verified the item wrote down. */
export function verify({ record, valueUsd }: DeclaredValues, truth: Truth, random: Random): Finding {
  const days = Math.ceil(logNormal(pastInspections.delayDays, pastInspections.delaySpread, random));
  const verificationDate = record.import_date + days * 86_400_000;
  const { sensitivity, falseFinds } = pastInspections;
  if (!chance(truth.underreported ? sensitivity : falseFinds, random)) {
    return { underreported: 0, verificationDate, additionalDuty: 0 };
  }
  const additionalDuty = truth.underreported ? truth.dutyAtStake : dutyOfFalseFind(record, valueUsd);
  return { underreported: 1, verificationDate, additionalDuty: Math.round(additionalDuty * 100) / 100 };
}

function dutyOfFalseFind({ ad_valorem_rate: adValoremPercent, import_date: time }: DeclarationItem, value: number) {
  return dutyAtStake({
    declared: { customsValueUsd: value, adValoremPercent },
    assessed: { customsValueUsd: value * (1 + pastInspections.falseAdjustment), adValoremPercent },
    time,
  });
}
