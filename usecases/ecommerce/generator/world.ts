import { chance, logNormal, oneOf, type Random, skewed, wholeBetween } from '@rikuy/learn';
import { departments, type Department } from '../records/places.ts';
import type { DeviceType, ProductCategory } from '../records/transaction.ts';

export interface Buyer {
  readonly id: string;
  /** Days of the span in which the buyer is there. */
  readonly from: number;
  readonly department: Department;
  readonly address: string;
  readonly devices: readonly { readonly id: string; readonly type: DeviceType }[];
  readonly cards: readonly string[];
  /** First three numbers of the address at home. */
  readonly network: string;
  /** Median of the buyer's purchases, soles. */
  readonly usualAmount: number;
  readonly merchants: readonly Merchant[];
  readonly isNightOwl: boolean;
}

export interface Merchant {
  readonly id: string;
  readonly category: ProductCategory;
  /** Median of its sales, soles. */
  readonly usualAmount: number;
}

export interface World {
  readonly buyers: readonly Buyer[];
  readonly merchants: readonly Merchant[];
  /** Merchants in collusion; they sell honestly too. */
  readonly colluding: readonly Merchant[];
}

const usualAmounts: Readonly<Record<ProductCategory, number>> = {
  electronics: 620,
  phones: 880,
  fashion: 130,
  home: 190,
  groceries: 85,
  beauty: 75,
  toys: 95,
  sports: 160,
  digital: 45,
  tickets: 210,
};

/** Buyers and merchants of a marketplace with about so many purchases in so many days. */
export function makeWorld(rows: number, days: number, random: Random): World {
  const merchants = Array.from({ length: 120 }, (_, index) => makeMerchant(index, random.fork(`merchant/${index}`)));
  const buyers = Array.from({ length: Math.max(60, Math.round(rows / 11)) }, (_, index) =>
    makeBuyer(index, { merchants, days }, random.fork(`buyer/${index}`)),
  );
  return { buyers, merchants, colluding: [merchants[31], merchants[58], merchants[87], merchants[103]] };
}

function makeMerchant(index: number, random: Random): Merchant {
  const category = oneOf(Object.keys(usualAmounts) as ProductCategory[], random);
  return {
    id: `M-${String(index + 1).padStart(3, '0')}`,
    category,
    usualAmount: logNormal(usualAmounts[category], 0.35, random),
  };
}

function makeBuyer(
  index: number,
  { merchants, days }: { readonly merchants: readonly Merchant[]; readonly days: number },
  random: Random,
): Buyer {
  const number = String(index + 1).padStart(6, '0');
  const household = chance(0.08, random) ? Math.max(0, index - 1) : index;
  const home = String(household + 1).padStart(6, '0');
  return {
    id: `U-${number}`,
    from: chance(0.55, random) ? 0 : Math.floor(random.next() * days * 0.95),
    department: skewed(Object.keys(departments) as Department[], random),
    address: `A-${home}`,
    devices: Array.from({ length: wholeBetween(1, 2, random) }, (_, k) => ({
      id: k === 0 ? `D-${home}-0` : `D-${number}-${k}`,
      type: chance(0.68, random) ? 'mobile' : chance(0.85, random) ? 'desktop' : 'tablet',
    })),
    cards: Array.from({ length: wholeBetween(1, 2, random) }, (_, k) => `C-${number}-${k}`),
    network: `181.${random.below(256)}.${random.below(256)}`,
    usualAmount: logNormal(1, 0.45, random),
    merchants: Array.from({ length: wholeBetween(2, 6, random) }, () => skewed(merchants, random)),
    isNightOwl: chance(0.12, random),
  };
}
