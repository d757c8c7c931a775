import { between, chance, logNormal, oneOf, picker, type Random, zipf } from '@rikuy/learn';
import type { IncomeLevel, Sector, TaxCategory, TaxOffice } from '../records/code-lists.ts';
import { completeRuc } from '../records/ruc.ts';
import { honestOddities, patternStrength, type PlantedPattern } from './planted-patterns.ts';

export interface Taxpayer {
  readonly ruc: string;
  readonly sector: Sector;
  readonly level: IncomeLevel;
  readonly category: TaxCategory;
  readonly office: TaxOffice;
  /** Soles a month. */
  readonly income: number;
  /** Share of income that honest purchases and deductions take. */
  readonly purchases: number;
  readonly deductions: number;
  /** Share of income that is imported goods; 0 for who does not import. */
  readonly imports: number;
  /** Share of purchase invoices just under the threshold. */
  readonly nearThreshold: number;
  readonly invoices: number;
  readonly supplier: string;
  readonly representative: string;
  /** First month with a return. */
  readonly since: number;
  readonly pattern: PlantedPattern | null;
  /** Months in which the pattern is carried, or in which an honest newcomer begins to import: [from, until). */
  readonly stretch: readonly [from: number, until: number];
  readonly beginsToImport: boolean;
}

interface SectorHabits {
  readonly weight: number;
  readonly purchases: readonly [number, number];
  readonly overhead: readonly [number, number];
  readonly importers: number;
  readonly nearThreshold: readonly [number, number];
}

/** How sectors buy. */
const habits: Readonly<Record<Sector, SectorHabits>> = {
  wholesale: {
    weight: 18,
    purchases: [0.68, 0.84],
    overhead: [0.04, 0.1],
    importers: 0.45,
    nearThreshold: [0.03, 0.1],
  },
  retail: { weight: 24, purchases: [0.6, 0.76], overhead: [0.08, 0.16], importers: 0.18, nearThreshold: [0.06, 0.2] },
  manufacturing: {
    weight: 12,
    purchases: [0.5, 0.68],
    overhead: [0.1, 0.2],
    importers: 0.4,
    nearThreshold: [0.03, 0.1],
  },
  construction: {
    weight: 10,
    purchases: [0.5, 0.7],
    overhead: [0.12, 0.22],
    importers: 0.08,
    nearThreshold: [0.05, 0.16],
  },
  transport: {
    weight: 10,
    purchases: [0.42, 0.6],
    overhead: [0.16, 0.28],
    importers: 0.04,
    nearThreshold: [0.06, 0.18],
  },
  services: { weight: 14, purchases: [0.2, 0.4], overhead: [0.25, 0.42], importers: 0.04, nearThreshold: [0.03, 0.12] },
  restaurants: {
    weight: 8,
    purchases: [0.45, 0.62],
    overhead: [0.16, 0.28],
    importers: 0.02,
    nearThreshold: [0.1, 0.26],
  },
  agriculture: { weight: 4, purchases: [0.4, 0.6], overhead: [0.16, 0.3], importers: 0.06, nearThreshold: [0.06, 0.2] },
};

/** Median soles of a month by size, and how common a size is. */
const sizes: readonly (readonly [IncomeLevel, number, number])[] = [
  ['micro', 18_000, 46],
  ['small', 95_000, 38],
  ['medium', 460_000, 11],
  ['large', 1_900_000, 5],
];

const drawSector = picker(Object.entries(habits).map(([sector, { weight }]) => [sector as Sector, weight] as const));
const drawSize = picker(sizes.map(size => [size, size[2]] as const));
const drawOffice = picker<TaxOffice>([
  ['lima', 62],
  ['arequipa', 14],
  ['la-libertad', 15],
  ['cusco', 9],
]);

/** The taxpayers of the synthetic country, in an order that tells nothing. */
export function makeWorld(count: number, months: number, random: Random): Taxpayer[] {
  const rucs = Array.from({ length: count }, (_, i) => completeRuc(`2095${String(i * 7 + 100_003).padStart(6, '0')}`));
  const representatives = Array.from({ length: Math.max(3, Math.round(count / 10)) }, (_, i) => `R-${i + 1000}`);
  const drawRepresentative = picker(zipf(representatives, 0.7));
  const drawSupplier = picker(zipf(shuffled(rucs, random), 0.75));
  const patterns = shuffled(patternsFor(count), random);
  const honest = rucs.map((ruc, i) => {
    const supplier = drawSupplier(random);
    const links = {
      supplier: supplier === ruc ? rucs[(i + 1) % count] : supplier,
      representative: drawRepresentative(random),
    };
    return makeTaxpayer({ ruc, months, pattern: patterns[i], ...links }, random);
  });
  return linked(honest, random);
}

function patternsFor(count: number): (PlantedPattern | null)[] {
  const carriers = Object.entries(patternStrength).flatMap(([pattern, { carriers: share }]) =>
    Array.from({ length: Math.max(2, Math.round(share * count)) }, () => pattern as PlantedPattern),
  );
  return Array.from({ length: count }, (_, i) => carriers[i] ?? null);
}

interface Seat extends Pick<Taxpayer, 'ruc' | 'pattern' | 'supplier' | 'representative'> {
  readonly months: number;
}

function makeTaxpayer({ months, ...seat }: Seat, random: Random): Taxpayer {
  const { pattern } = seat;
  const isDormant = pattern === 'dormant_importer';
  const sector = drawSectorOf(pattern, random);
  const [level, median] = isDormant ? sizes[0] : drawSize(random);
  const { purchases, overhead, importers, nearThreshold } = habits[sector];
  const bought = between(...purchases, random);
  const importsAtAll = pattern === 'underdeclared_income' || (!isDormant && chance(importers, random));
  return {
    ...seat,
    sector,
    level,
    category: level === 'large' || level === 'medium' ? 'general' : oneOf(['mype', 'mype', 'rer', 'general'], random),
    office: drawOffice(random),
    income: isDormant ? between(900, 4200, random) : logNormal(median, 0.45, random),
    purchases: bought,
    deductions: Math.min(0.97, bought + between(...overhead, random)),
    imports: importsAtAll ? bought * between(pattern === null ? 0.35 : 0.7, 0.95, random) : 0,
    nearThreshold: between(...nearThreshold, random),
    invoices: Math.max(4, Math.round(logNormal(level === 'micro' ? 12 : 40, 0.4, random))),
    since: !isDormant && chance(0.15, random) ? random.below(Math.max(1, months - 4)) : 0,
    stretch: stretchOf(months, random),
    beginsToImport:
      pattern === null && level !== 'large' && !importsAtAll && chance(honestOddities.newImporters, random),
  };
}

/** Who leaves out imports has to import; who inflates deductions needs a margin to hide. */
function drawSectorOf(pattern: PlantedPattern | null, random: Random): Sector {
  if (pattern === 'underdeclared_income') return oneOf(importing, random);
  return pattern === 'inflated_deductions' ? oneOf(withMargin, random) : drawSector(random);
}

const importing: readonly Sector[] = ['wholesale', 'retail', 'manufacturing'];
const withMargin: readonly Sector[] = [
  'services',
  'manufacturing',
  'restaurants',
  'construction',
  'transport',
  'retail',
];

/** A stretch of six months to most of the span, begun at any time of it. */
function stretchOf(months: number, random: Random): readonly [number, number] {
  const length = Math.min(months, 6 + random.below(Math.max(1, Math.round(months * 0.6))));
  const from = Math.round(between(-0.2 * length, months - 0.5 * length, random));
  return [Math.max(0, from), from + length];
}

/** Rings of carousels, and honest groups that sell to each other. */
function linked(taxpayers: readonly Taxpayer[], random: Random): Taxpayer[] {
  const byRuc = new Map(taxpayers.map(one => [one.ruc, one]));
  const inCarousel = taxpayers.filter(({ pattern }) => pattern === 'invoice_carousel');
  const honest = taxpayers.filter(({ pattern }) => pattern === null);
  const inGroups = honest.slice(0, Math.round(honestOddities.groups * taxpayers.length));
  for (const ring of rings(inCarousel, random)) closeRing(ring, byRuc, { shareFiler: chance(0.75, random) });
  for (const pair of rings(inGroups, random)) closeRing(pair, byRuc, { shareFiler: chance(0.6, random) });
  return [...byRuc.values()];
}

/** Rings of two to four. */
function rings(members: readonly Taxpayer[], random: Random): Taxpayer[][] {
  const made: Taxpayer[][] = [];
  for (let at = 0; at < members.length - 1;) {
    const size = Math.min(members.length - at, 2 + random.below(3));
    made.push(members.slice(at, at + size));
    at += size;
  }
  return made;
}

function closeRing(
  ring: readonly Taxpayer[],
  byRuc: Map<string, Taxpayer>,
  { shareFiler }: { readonly shareFiler: boolean },
): void {
  const [{ representative, stretch }] = ring;
  ring.forEach((member, i) => {
    const supplier = ring[(i + 1) % ring.length].ruc;
    byRuc.set(member.ruc, { ...member, supplier, stretch, ...(shareFiler && { representative }) });
  });
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const order = [...values];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
