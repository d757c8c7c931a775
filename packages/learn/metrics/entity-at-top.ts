import { LearnError } from '../protocol/learn-error.ts';
import { descendingOrder } from '../math/order.ts';
import { checkRows, type ScoredRows, weightAt } from './scored-rows.ts';

/** Scored rows of entities (cards, importers) that are inspected once per period (a day). */
export interface EntityRows extends ScoredRows {
  /** Whose row it is: any number that stands for the entity. */
  readonly entity: ArrayLike<number>;
  /** When it counts: any number that grows with time. */
  readonly period: ArrayLike<number>;
}

/**
 * Share of entities with a row of class 1 among the `count` inspected in each period, the mean over the periods. An
 * entity is ranked by its highest score of the period; one that was found leaves the periods after. Equal scores are
 * taken in the order in which the entities appear. An entity's weight in a period is that of its highest row. With cards
 * and days this is the card precision top-k of Le Borgne et al., "Reproducible Machine Learning for Credit Card Fraud
 * Detection" (2022), chapter 4, "Precision top-k metrics": found over `count`, even when fewer entities are there.
 *
 * @throws LearnError `invalid-parameter` for a count below 1, `invalid-data` for lengths that differ
 * @example entityPrecisionAtTop({ y, score, entity: cards, period: days }, 100)
 */
export function entityPrecisionAtTop(rows: EntityRows, count: number): number {
  checkRows(rows);
  requireLengths(rows);
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new LearnError('invalid-parameter', `\`count\` must be an integer ≥ 1; got ${count}.`);
  }
  const found = new Set<number>();
  const shares = periodsOf(rows).map(positions => foundAmongFirst(rows, { positions, count, found }) / count);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Positions of the rows of each period, first period first; rows of weight 0 are not there. */
function periodsOf(rows: EntityRows): number[][] {
  const byPeriod = new Map<number, number[]>();
  for (let row = 0; row < rows.y.length; row++) {
    if (weightAt(rows, row) === 0) continue;
    const positions = byPeriod.get(rows.period[row]);
    if (positions) positions.push(row);
    else byPeriod.set(rows.period[row], [row]);
  }
  return [...byPeriod.keys()].sort((a, b) => a - b).map(period => byPeriod.get(period)!);
}

interface Inspection {
  readonly positions: readonly number[];
  readonly count: number;
  /** Entities found so far; those found now are added. */
  readonly found: Set<number>;
}

/** Weight of the entities with class 1 among the first `count`. */
function foundAmongFirst(rows: EntityRows, { positions, count, found }: Inspection): number {
  const entities = [...rankedOnce(rows, positions, found).values()];
  const order = descendingOrder(Float64Array.from(entities, ({ row }) => rows.score[row]));
  let [inspected, sum] = [0, 0];
  for (let k = 0; k < order.length && inspected < count; k++) {
    const { row, isPositive } = entities[order[k]];
    const weight = Math.min(weightAt(rows, row), count - inspected);
    inspected += weight;
    if (!isPositive) continue;
    sum += weight;
    found.add(rows.entity[row]);
  }
  return sum;
}

interface EntityInPeriod {
  /** Its row with the highest score. */
  row: number;
  /** Whether any of its rows is of class 1. */
  isPositive: boolean;
}

function rankedOnce(
  { entity, score, y }: EntityRows,
  positions: readonly number[],
  found: ReadonlySet<number>,
): Map<number, EntityInPeriod> {
  const entities = new Map<number, EntityInPeriod>();
  for (const row of positions) {
    const known = entities.get(entity[row]);
    if (!known) {
      if (!found.has(entity[row])) entities.set(entity[row], { row, isPositive: y[row] === 1 });
      continue;
    }
    if (score[row] > score[known.row]) known.row = row;
    known.isPositive ||= y[row] === 1;
  }
  return entities;
}

function requireLengths({ y, entity, period }: EntityRows): void {
  for (const [name, values] of Object.entries({ entity, period })) {
    if (values.length === y.length) continue;
    throw new LearnError(
      'invalid-data',
      `\`${name}\` must have one value per row (${y.length}); got ${values.length}.`,
    );
  }
}
