import { call, type Expression, type Kind, type Operand, type Value } from '../expression.ts';
import { pureOperator, requireKinds } from '../operator.ts';
import { requireSameKind } from '../same-kind.ts';

const chosen = pureOperator({
  name: 'when',
  summary: 'One value when the condition holds, another when it does not or is unknown.',
  takes: ['boolean', 'any', 'any'],
  gives: 'same',
  evaluate: (condition: number, then: Value, otherwise: Value) => (condition === 1 ? then : otherwise),
  formula: (condition, then, otherwise) => `when ${condition} then ${then} otherwise ${otherwise}`,
  infix: true,
});

export const whenOperator: typeof chosen = {
  ...chosen,
  kind: (_, operands: readonly Kind[], scope) => {
    requireKinds({ name: 'when', takes: ['boolean', 'any', 'any'] }, operands, scope);
    return requireSameKind('when', operands.slice(1), scope);
  },
};

/** `when(condition).then(a).otherwise(b)`: b also when the condition is unknown. */
export const when = (condition: Operand) => ({
  // oxlint-disable-next-line unicorn/no-thenable -- nothing awaits a half-built condition
  then: (then: Operand) => ({
    otherwise: (otherwise: Operand): Expression => call('when', condition, then, otherwise),
  }),
});
