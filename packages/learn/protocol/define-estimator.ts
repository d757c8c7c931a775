import type { z } from 'zod';
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

/** Makes an estimator's constructor from its definition: parameters are checked once, here, by their schema. */
export function defineEstimator<Schema extends z.ZodType, F extends Fitted>(
  definition: EstimatorDefinition<Schema, F>,
): EstimatorFactory<Schema, F> {
  const { kind, role, params: schema } = definition;
  const create = (given?: z.input<Schema>): Estimator<F> => {
    const params = parseParams(kind, schema, given);
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

function parseParams<Schema extends z.ZodType>(kind: string, schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(issue => `\`${issue.path.join('.') || 'parameters'}\`: ${issue.message}`);
  throw new LearnError('invalid-parameter', `${kind}: ${reasons.join('; ')}.`, { cause: parsed.error });
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
