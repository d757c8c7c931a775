import { between, chance, logNormal, oneOf, type Picker, picker, type Random, zipf } from '@rikuy/learn';
import type { Country } from '../records/countries.ts';
import type { ProductCategory } from '../records/product-categories.ts';
import { completeRuc } from '../records/ruc.ts';
import { type Good, goods } from '../taxes/goods.ts';
import { preference } from '../taxes/tariff.ts';
import type { Span } from './calendar.ts';
import { comesFrom, drawOrigin } from './origins.ts';
import type { PlantedPattern } from './planted-patterns.ts';

export interface Broker {
  readonly code: string;
  /** The chapter that the broker undervalues, and the one taken up instead when the world drifts. */
  readonly undervalues: { readonly chapter: string; readonly later: string } | null;
}

export interface Importer {
  readonly ruc: string;
  readonly group: GroupName;
  /** First and last day of trading within the span. */
  readonly activeFrom: number;
  readonly activeUntil: number;
  readonly goods: readonly Good[];
  readonly mainOrigin: Country;
  readonly broker: Broker;
  readonly priceTier: number;
  readonly lineValueUsd: number;
  readonly itemsPerDeclaration: number;
  /** What this importer does in a part of the items. */
  readonly habit: PlantedPattern | null;
}

export interface World {
  readonly brokers: Picker<Broker>;
  /** Draws who declares on a day of the span. */
  importerOn(day: number, yearEnd: boolean, random: Random): Importer;
}

interface Group {
  /** Share of the declarations, and in December where it differs. */
  readonly share: number;
  readonly yearEndShare?: number;
  /** Importers per 1,000 generated items. */
  readonly perThousand: number;
  readonly lineValueUsd: number;
  readonly items: number;
  readonly zipf: number;
  readonly habit: PlantedPattern | null;
  readonly accepts?: (good: Good) => boolean;
}

const groups = {
  large: { share: 0.36, perThousand: 1.2, lineValueUsd: 17_000, items: 3.2, zipf: 0.7, habit: null },
  small: { share: 0.357, perThousand: 18, lineValueUsd: 4800, items: 2.2, zipf: 0.6, habit: null },
  person: { share: 0.06, perThousand: 12, lineValueUsd: 1300, items: 1.3, zipf: 0.3, habit: null },
  shell: {
    share: 0.026,
    perThousand: 2.9,
    lineValueUsd: 7200,
    items: 1.7,
    zipf: 0.3,
    habit: 'shell_undervaluation',
    accepts: good => good.rate > 0,
  },
  broker_client: {
    share: 0.03,
    perThousand: 1.4,
    lineValueUsd: 5200,
    items: 2.2,
    zipf: 0.3,
    habit: null,
    accepts: good => ['64', '95'].includes(chapterOf(good)),
  },
  quantity: {
    share: 0.034,
    perThousand: 1.6,
    lineValueUsd: 5600,
    items: 2.2,
    zipf: 0.3,
    habit: 'quantity_understated',
  },
  origin: {
    share: 0.033,
    perThousand: 1.6,
    lineValueUsd: 6400,
    items: 2.2,
    zipf: 0.3,
    habit: 'origin_swapped',
    accepts: good => good.rate > 0 && ['garments', 'consumer'].includes(good.origins),
  },
  category: {
    share: 0.042,
    perThousand: 1.9,
    lineValueUsd: 6400,
    items: 2.2,
    zipf: 0.3,
    habit: 'category_swapped',
    accepts: good => good.disguise !== undefined,
  },
  year_end: {
    share: 0.008,
    yearEndShare: 0.34,
    perThousand: 1.8,
    lineValueUsd: 5600,
    items: 2.2,
    zipf: 0.3,
    habit: 'year_end_burst',
    accepts: good => good.rate > 0,
  },
} as const satisfies Record<string, Group>;

export type GroupName = keyof typeof groups;

const categoryVolume: Readonly<Partial<Record<ProductCategory, number>>> = {
  apparel: 1.7,
  electronics: 2,
  machinery: 1.6,
  auto_parts: 1.5,
  footwear: 1.1,
  footwear_parts: 0.4,
  teaching_material: 0.3,
  jewellery: 0.7,
  beverages: 0.7,
};

/** Importers and brokers of a synthetic country, sized for a number of items. */
export function makeWorld(span: Span, rows: number, random: Random): World {
  const brokers = makeBrokers(random.fork('brokers'));
  const usualBroker = picker(zipf(brokers, 0.7));
  const byGroup = new Map<GroupName, Picker<Importer>>();
  for (const name of Object.keys(groups) as GroupName[]) {
    const makeOne = importerMaker(name, span, { brokers, usualBroker });
    const stream = random.fork(name);
    const count = Math.max(4, Math.round((groups[name].perThousand * rows) / 1000));
    const importers = Array.from({ length: count }, (_, index) => makeOne(index, stream));
    byGroup.set(name, picker(zipf(importers, groups[name].zipf)));
  }
  const usual = groupPicker(group => group.share);
  const atYearEnd = groupPicker(group => group.yearEndShare ?? group.share);
  return {
    brokers: usualBroker,
    importerOn: (day, yearEnd, draw) =>
      activeImporter(byGroup.get((yearEnd ? atYearEnd : usual)(draw))!, byGroup.get('small')!, day, draw),
  };
}

export function chapterOf({ code }: { readonly code: string }): string {
  return code.slice(0, 2);
}

function groupPicker(shareOf: (group: Group) => number): Picker<GroupName> {
  return picker((Object.entries(groups) as [GroupName, Group][]).map(([name, group]) => [name, shareOf(group)]));
}

/** Someone of the group who trades on that day; a small importer where nobody of it does. */
function activeImporter(group: Picker<Importer>, others: Picker<Importer>, day: number, random: Random): Importer {
  const isActive = ({ activeFrom, activeUntil }: Importer): boolean => activeFrom <= day && day <= activeUntil;
  for (let attempt = 0; attempt < 60; attempt++) {
    const importer = (attempt < 40 ? group : others)(random);
    if (isActive(importer)) return importer;
  }
  return others(random);
}

function makeBrokers(random: Random): Broker[] {
  const dirty: Readonly<Record<number, Broker['undervalues']>> = {
    9: { chapter: '64', later: '42' },
    14: { chapter: '95', later: '85' },
  };
  const codes = new Set<string>();
  while (codes.size < 42) codes.add(String(1000 + random.below(9000)));
  return [...codes].map((code, index) => ({ code, undervalues: dirty[index] ?? null }));
}

type Brokers = { readonly brokers: readonly Broker[]; readonly usualBroker: Picker<Broker> };

function importerMaker(name: GroupName, span: Span, { brokers, usualBroker }: Brokers) {
  const group: Group = groups[name];
  return (index: number, random: Random): Importer => {
    const traded = portfolio(group, random);
    const dirtyBroker = brokers.find(({ undervalues }) => undervalues?.chapter === chapterOf(traded[0]));
    return {
      ruc: inventRuc(name, index, random),
      group: name,
      ...activity(name, span, random),
      goods: traded,
      mainOrigin: mainOrigin(group.habit, traded, random),
      broker: name === 'broker_client' && dirtyBroker ? dirtyBroker : usualBroker(random),
      priceTier: logNormal(1, 0.12, random),
      lineValueUsd: logNormal(group.lineValueUsd, 0.5, random),
      itemsPerDeclaration: group.items,
      habit: group.habit,
    };
  };
}

/** One to seven kinds of goods, mostly of one category. */
function portfolio({ accepts = () => true }: Group, random: Random): Good[] {
  const permitted = goods.filter(accepts);
  const ofCategory = picker(permitted.map(good => [good.category, categoryVolume[good.category] ?? 1] as const));
  const main = ofCategory(random);
  const own = permitted.filter(good => good.category === main);
  const chosen = new Set<Good>([oneOf(own, random)]);
  const wanted = 1 + random.below(7);
  for (let i = 0; i < wanted; i++) chosen.add(chance(0.75, random) ? oneOf(own, random) : oneOf(permitted, random));
  return [...chosen];
}

function mainOrigin(habit: PlantedPattern | null, traded: readonly Good[], random: Random): Country {
  for (let attempt = 0; attempt < 50; attempt++) {
    const origin = drawOrigin(traded[0].origins, random);
    if (habit !== 'origin_swapped' || !isPreferential(origin)) return origin;
  }
  return 'CN';
}

export function isPreferential(country: Country): boolean {
  return preference.rows.some(({ key }) => key === country);
}

export function usualOrigin(importer: Importer, good: Good, random: Random): Country {
  const keeps = comesFrom(good.origins, importer.mainOrigin) && chance(0.78, random);
  return keeps ? importer.mainOrigin : drawOrigin(good.origins, random);
}

/** Shells live for some months; a third of the small ones begin within the span, as honest newcomers do. */
function activity(group: GroupName, { days }: Span, random: Random): Pick<Importer, 'activeFrom' | 'activeUntil'> {
  if (group === 'shell') {
    const from = Math.floor(between(-90, days - 20, random));
    return { activeFrom: from, activeUntil: from + Math.round(between(70, 260, random)) };
  }
  const isNewcomer = group !== 'large' && chance(0.35, random);
  return { activeFrom: isNewcomer ? random.below(Math.max(1, days - 30)) : 0, activeUntil: days };
}

/**
 * A RUC with a valid check digit out of ranges that SUNAT and RENIEC have not given out (209…, 10 99…), so that no
 * generated record points to anybody. Serial numbers are spread so that a RUC does not tell its group.
 */
function inventRuc(group: GroupName, index: number, random: Random): string {
  const ordinal = Object.keys(groups).indexOf(group) * 100_000 + index;
  const spread = String((ordinal * 7919 + 104_729) % 1_000_000).padStart(6, '0');
  return completeRuc(group === 'person' ? `1099${spread}` : `209${random.below(10)}${spread}`);
}
