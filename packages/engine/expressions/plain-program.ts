import { RikuyError, type FeatureVector, type RecordValues } from '@rikuy/contracts';
import type { UseCase } from '../use-case/use-case.ts';
import type { Expression, Value } from './expression.ts';
import { lookupTable } from './lookup-table.ts';
import { Program } from './program.ts';
import type { Scope } from './scope.ts';
import { useCaseScope } from './use-case-scope.ts';

/** What expressions without history are evaluated on. */
export interface PlainMoment {
  readonly record: RecordValues;
  /** Epoch ms. */
  readonly eventTime: number;
  readonly vector: FeatureVector;
}

/**
 * Expressions over a record and its features, such as rules and the comparison with peers, compiled once. The function
 * gives their values in order.
 */
export function plainProgram(
  useCase: UseCase,
  expressions: readonly Expression[],
  place: { readonly subject: string; readonly reads: Scope['reads'] },
): (moment: PlainMoment) => readonly Value[] {
  const scope = useCaseScope(useCase, place);
  let vector: FeatureVector = {};
  const program = new Program({
    scope,
    lookup: name => lookupTable(useCase.lookups[name]),
    feature: name => {
      const missing = scope.features.get(name)!.kind === 'number' ? NaN : null;
      return () => vector[name] ?? missing;
    },
    past: refuseHistory,
    labels: refuseHistory,
  });
  const slots = expressions.map(expression => program.slotOf(expression));
  return moment => {
    vector = moment.vector;
    program.run(moment);
    return slots.map(slot => program.values[slot]);
  };
}

function refuseHistory(): never {
  throw new RikuyError(
    'invalid-declaration',
    'Rules and the comparison with peers read no history; put it into a feature and read that.',
  );
}
