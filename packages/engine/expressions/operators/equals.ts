import { call, type Expression, type Kind, type Operand } from '../expression.ts';
import { fits, pureOperator, refusal } from '../operator.ts';
import { truth } from '../truth.ts';

const compared = pureOperator({
  name: 'equals',
  summary: 'Whether both are the same number or the same category.',
  takes: ['any', 'any'],
  gives: 'boolean',
  evaluate: (left: number | string | null, right: number | string | null) => truth(left === right, left, right),
  formula: (left, right) => `${left} = ${right}`,
  infix: true,
});

export const equalsOperator: typeof compared = {
  ...compared,
  kind: (node, operands, scope, past) => {
    const kind = compared.kind(node, operands, scope, past);
    if (!comparable(operands[0], operands[1]))
      throw refusal(
        scope,
        `\`equals\` compares two of one kind; got ${operands.join(' and ')}. Compare with a value of the same kind.`,
      );
    return kind;
  },
};

function comparable(left: Kind, right: Kind): boolean {
  return fits(left, right) || fits(right, left);
}

/** `equals(a, b)`: a = b, of numbers, categories or booleans; unknown when either is missing. */
export const equals = (left: Operand, right: Operand): Expression => call('equals', left, right);
