import { call, type Expression, type Operand, type Value } from '../expression.ts';
import { pureOperator } from '../operator.ts';
import { requireSameKind } from '../same-kind.ts';
import { isMissingValue } from '../truth.ts';

const firstPresent = pureOperator({
  name: 'orElse',
  summary: 'The first that is not missing.',
  takes: ['any', 'any'],
  rest: true,
  gives: 'same',
  evaluate: (...choices: Value[]) => choices.find(choice => !isMissingValue(choice)) ?? choices.at(-1)!,
  formula: (...choices) => choices.join(' or else '),
  infix: true,
});

export const orElseOperator: typeof firstPresent = {
  ...firstPresent,
  kind: (node, operands, scope, past) => {
    firstPresent.kind(node, operands, scope, past);
    return requireSameKind('orElse', operands, scope);
  },
};

/** `orElse(a, b, …)`: a, where it is missing b, and so on; all of one kind. */
export const orElse = (...choices: readonly Operand[]): Expression => call('orElse', ...choices);
