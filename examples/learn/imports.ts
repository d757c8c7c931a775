// Made-up import declarations for the examples: under-declared ones are cheap for what they are, from some origins.
import { categories, numbers, seeded, table, type Table } from '@rikuy/learn';

export interface Declarations {
  readonly X: Table;
  /** 1 where the value turned out to be under-declared. */
  readonly y: Float64Array;
  /** When each was made, in days; results are known 30 days later. */
  readonly day: Float64Array;
}

const ORIGINS = ['CN', 'US', 'BR', 'DE', 'KR'];

/** About `rate` of these rows are under-declared. */
export function importDeclarations(rows: number, { seed = 1, rate = 0.15 } = {}): Declarations {
  const random = seeded(seed);
  const drawn = Array.from({ length: rows }, (_, i) => {
    const origin = ORIGINS[random.below(ORIGINS.length)];
    const isRisky = origin === 'CN' || origin === 'KR';
    const isUnder = random.next() < rate * (isRisky ? 1.6 : 0.6);
    return {
      pricePerKilo: Math.round(10 * Math.exp(2 + 0.5 * random.normal() - (isUnder ? 0.7 : 0))) / 10,
      weight: Math.round(Math.exp(5 + random.normal())),
      importerAge: Math.floor(20 * random.next() ** (isUnder ? 2 : 1)),
      origin,
      isUnder: isUnder ? 1 : 0,
      day: (365 * i) / rows,
    };
  });
  return {
    X: table({
      price_per_kilo: numbers(drawn.map(one => one.pricePerKilo)),
      weight: numbers(drawn.map(one => one.weight)),
      importer_age: numbers(drawn.map(one => one.importerAge)),
      origin: categories(drawn.map(one => one.origin)),
    }),
    y: Float64Array.from(drawn, one => one.isUnder),
    day: Float64Array.from(drawn, one => one.day),
  };
}

/** Some of the declarations. */
export function rowsOf({ y }: Pick<Declarations, 'y'>, rows: ArrayLike<number>): Float64Array {
  return Float64Array.from(rows, row => y[row]);
}
