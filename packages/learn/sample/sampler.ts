import { z } from 'zod';
import { LearnError } from '../protocol/learn-error.ts';
import type { Random } from '../random/random.ts';
import type { Table } from '../table/table.ts';

/** Training rows of two classes; every weight is above zero. */
export interface RowsToSample {
  readonly X: Table;
  readonly y: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The one way to draw from a sampler. The package's door does not export it, so that nothing but `resampled`, which
 * meets training rows alone, can resample: rows to be validated on are never drawn, copied or made up.
 */
export const drawRows: unique symbol = Symbol('draw rows');

/** A way of balancing training rows; give it to `resampled`. It is no estimator and no step of a pipeline. */
export interface Sampler {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly [drawRows]: (rows: RowsToSample, random: Random) => RowsToSample;
}

interface SamplerDefinition<Schema extends z.ZodType> {
  readonly kind: string;
  readonly params: Schema;
  draw(params: z.output<Schema>, rows: RowsToSample, random: Random): RowsToSample;
}

/** The constructor of a sampler; `params` is its schema. */
export interface SamplerFactory<Schema extends z.ZodType> {
  (params?: z.input<Schema>): Sampler;
  readonly kind: string;
  readonly params: Schema;
}

/** Makes a sampler's constructor; its parameters are checked once, here. */
export function defineSampler<Schema extends z.ZodType>(definition: SamplerDefinition<Schema>): SamplerFactory<Schema> {
  const { kind, params: schema } = definition;
  const create = (given?: z.input<Schema>): Sampler => {
    const parsed = schema.safeParse(given ?? {});
    if (!parsed.success) throw refused(kind, parsed.error);
    return {
      kind,
      params: parsed.data as Readonly<Record<string, unknown>>,
      [drawRows]: (rows, random) => definition.draw(parsed.data, rows, random),
    };
  };
  return Object.assign(create, { kind, params: schema });
}

function refused(kind: string, cause: z.ZodError): LearnError {
  const reasons = cause.issues.map(({ path, message }) => `\`${path.join('.') || 'parameters'}\`: ${message}`);
  return new LearnError('invalid-parameter', `${kind}: ${reasons.join('; ')}.`, { cause });
}
