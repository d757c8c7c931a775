import type { FeatureVector, RecordValues } from '@rikuy/contracts';
import { RikuyError } from '@rikuy/contracts';
import type { UseCase } from '../use-case/use-case.ts';
import { kindOf } from './check-expression.ts';
import type { Expression, Kind, Value } from './expression.ts';
import { lookupTable } from './lookup-table.ts';
import type { Environment } from './operator.ts';
import { Program } from './program.ts';
import { readsOfRules, useCaseScope } from './use-case-scope.ts';

export interface EvaluatedEvent {
  readonly record: RecordValues;
  /** Epoch ms. */
  readonly eventTime: number;
  readonly vector: FeatureVector;
}

/**
 * Evaluates an expression over a record and its features, as rules and the comparison with peers need it; booleans
 * are 1, 0 or, where what they rest on is missing, NaN.
 *
 * ```ts
 * const holds = evaluatorOf(useCase, rule.when);
 * if (holds({ record, eventTime, vector }) === 1) fire(rule);
 * ```
 * @throws RikuyError `invalid-declaration` when it reads past events or labels, which only features may
 */
export function evaluatorOf(useCase: UseCase, expression: Expression): (event: EvaluatedEvent) => Value {
  const scope = useCaseScope(useCase, { subject: 'expression', reads: readsOfRules });
  kindOf(expression, scope);
  let vector: FeatureVector = {};
  const program = new Program({
    scope,
    lookup: name => lookupTable(useCase.lookups[name]),
    feature: name => {
      const ofNothing = emptyOf(scope.features.get(name)!.kind);
      return () => vector[name] ?? ofNothing;
    },
    past: readsHistory,
    labels: readsHistory,
  } satisfies Environment);
  const slot = program.slotOf(expression);
  return event => {
    vector = event.vector;
    program.run(event);
    return program.values[slot];
  };
}

function emptyOf(kind: Kind): Value {
  return kind === 'category' ? null : NaN;
}

function readsHistory(): never {
  throw new RikuyError('internal', 'An expression that was checked to read no history reads it.');
}
