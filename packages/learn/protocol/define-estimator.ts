import { z } from 'zod';
import { LearnError } from './learn-error.ts';
import type { Estimator, EstimatorFactory, Fitted, FittedOnTable, FitOptions, Role } from './estimator.ts';
import type { State } from './state.ts';
import type { Table } from '../table/table.ts';

export interface EstimatorDefinition<Schema extends z.ZodType, F extends Fitted> {
  readonly kind: string;
  readonly role: Role;
  readonly params: Schema;
  fit(params: z.output<Schema>, X: Table, y: Float64Array, options: FitOptions): F;
  /** See `Estimator.fitTransform`. */
  fitTransform?(params: z.output<Schema>, X: Table, y: Float64Array, options: FitOptions): FittedOnTable<F>;
  fromState(state: State): F;
}

/**
 * Makes an estimator's constructor from its definition: parameters are checked once, here, by their schema, and names
 * that it does not know are refused, so that a misspelt parameter is never ignored.
 */
export function defineEstimator<Schema extends z.ZodType, F extends Fitted>(
  definition: EstimatorDefinition<Schema, F>,
): EstimatorFactory<Schema, F> {
  const { kind, role, params: schema } = definition;
  const strict = refusingUnknown(schema);
  const create = (given?: z.input<Schema>): Estimator<F> => {
    const params = parseParams(kind, strict, given);
    return {
      kind,
      params: params as Readonly<Record<string, unknown>>,
      fit: (X, y, options = {}) => definition.fit(params, X, y, checked(X, y, options)),
      ...(definition.fitTransform && {
        fitTransform: (X: Table, y: Float64Array, options: FitOptions = {}) =>
          definition.fitTransform!(params, X, y, checked(X, y, options)),
      }),
    };
  };
  return Object.assign(create, {
    kind,
    role,
    params: schema,
    fromState: (state: State) => definition.fromState(state),
  });
}

function refusingUnknown<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema instanceof z.ZodObject ? (schema.strict() as unknown as Schema) : schema;
}

function parseParams<Schema extends z.ZodType>(kind: string, schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(issue => explained(issue, schema, given ?? {}));
  throw new LearnError('invalid-parameter', `${kind}: ${reasons.join('; ')}.`, { cause: parsed.error });
}

function explained(issue: z.core.$ZodIssue, schema: z.ZodType, given: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    const known = schema instanceof z.ZodObject ? Object.keys(schema.shape).join(', ') : '';
    return `\`${issue.keys.join('`, `')}\` is no parameter; there are ${known || 'none'}`;
  }
  if (issue.path.length === 0) return `parameters: ${issue.message}; got ${shown(given)}`;
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], given);
  return `\`${issue.path.join('.')}\`: ${issue.message}; got ${shown(value)}`;
}

/** A value as a message shows it, cut short. */
function shown(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'bigint' ? `${value}n` : (JSON.stringify(value) ?? typeof value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function checked(X: Table, y: Float64Array, options: FitOptions): FitOptions {
  if (y.length !== X.rowCount) {
    throw new LearnError('invalid-data', `\`y\` must have one value per row (${X.rowCount}); got ${y.length}.`);
  }
  if (options.weights && options.weights.length !== X.rowCount) {
    throw new LearnError(
      'invalid-data',
      `\`weights\` must have one value per row (${X.rowCount}); got ${options.weights.length}.`,
    );
  }
  return options;
}
