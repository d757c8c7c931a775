import { LearnError } from '../protocol/learn-error.ts';
import type { Json } from '../protocol/state.ts';

/** A number to be tuned. */
export interface NumberDimension {
  readonly kind: 'number';
  readonly low: number;
  readonly high: number;
  /** Whether it is searched over orders of magnitude. */
  readonly log: boolean;
  /** Whether it is a whole number. */
  readonly whole: boolean;
}

/** One of several values, of which none is nearer to another. */
export interface ChoiceDimension<T = Json> {
  readonly kind: 'choice';
  readonly options: readonly T[];
}

/** What is tuned, by parameter. */
export type TuningSpace = Readonly<Record<string, NumberDimension | ChoiceDimension>>;

/** The parameters that a space gives. */
export type Tuned<S> = { -readonly [K in keyof S]: S[K] extends ChoiceDimension<infer T> ? T : number };

/** The spaces from which an objective can be given its parameters: those that it needs, and no value that it refuses. */
export type SpaceOf<P> = { readonly [K in keyof NonNullable<P>]: DimensionOf<NonNullable<P>[K]> };

type DimensionOf<T> = ChoiceDimension<T> | (number extends T ? NumberDimension : never);

/** Refuses names that the objective's parameters do not have. */
export type KnownNames<S, P> = { readonly [K in Exclude<keyof S, keyof NonNullable<P>>]: never };

/** A number from `low` to `high`. */
export function real(low: number, high: number): NumberDimension {
  return dimension({ kind: 'number', low, high, log: false, whole: false });
}

/** A number above zero from `low` to `high`, over orders of magnitude. */
export function logReal(low: number, high: number): NumberDimension {
  return dimension({ kind: 'number', low, high, log: true, whole: false });
}

/** A whole number from `low` to `high`, both included. */
export function whole(low: number, high: number): NumberDimension {
  return dimension({ kind: 'number', low, high, log: false, whole: true });
}

/** A whole number above zero from `low` to `high`, over orders of magnitude. */
export function logWhole(low: number, high: number): NumberDimension {
  return dimension({ kind: 'number', low, high, log: true, whole: true });
}

/** One of these values. */
export function choice<const T extends Json>(options: readonly T[]): ChoiceDimension<T> {
  if (options.length > 0) return { kind: 'choice', options };
  throw new LearnError('invalid-parameter', '`options` must have at least one value; got none.');
}

/** The open interval in which a number is searched: its logarithm, a half beyond whole numbers. */
export function searchedInterval({ low, high, log, whole: isWhole }: NumberDimension): { from: number; to: number } {
  const margin = isWhole ? 0.5 : 0;
  const [from, to] = [low - margin, high + margin];
  return log ? { from: Math.log(from), to: Math.log(to) } : { from, to };
}

/** Where a value lies in the searched interval. */
export function searchedPlace({ log }: NumberDimension, value: number): number {
  return log ? Math.log(value) : value;
}

/** The value at a place of the searched interval. */
export function valueAt({ low, high, log, whole: isWhole }: NumberDimension, place: number): number {
  const value = log ? Math.exp(place) : place;
  return Math.min(Math.max(isWhole ? Math.round(value) : value, low), high);
}

function dimension(made: NumberDimension): NumberDimension {
  const { low, high, log, whole: isWhole } = made;
  const isSound = Number.isFinite(low) && Number.isFinite(high) && low < high && !(log && low <= 0);
  if (isSound && (!isWhole || (Number.isInteger(low) && Number.isInteger(high)))) return made;
  const wanted = `${isWhole ? 'whole ' : ''}numbers${log ? ' above zero' : ''}`;
  throw new LearnError(
    'invalid-parameter',
    `\`low\` and \`high\` must be finite ${wanted}, low < high; got ${low} and ${high}.`,
  );
}
