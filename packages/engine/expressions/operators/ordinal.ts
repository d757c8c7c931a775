import { z } from 'zod';
import { asExpression, type Expression, type Operand } from '../expression.ts';
import { expressionPart, noLineage, type Operator, requireKinds } from '../operator.ts';

const node = z.strictObject({
  op: z.literal('ordinal'),
  of: z.tuple([expressionPart]),
  order: z.array(z.string()).min(1).readonly(),
});

export const ordinalOperator: Operator<z.infer<typeof node>> = {
  name: 'ordinal',
  summary: 'The position of a category in a given order, from 0; missing when it is not in it.',
  schema: node,
  operands: ({ of }) => of,
  kind: (_, operands, scope) => {
    requireKinds({ name: 'ordinal', takes: ['category'] }, operands, scope);
    return 'number';
  },
  bind: ({ order }) => {
    const positions: ReadonlyMap<unknown, number> = new Map(order.map((category, i) => [category, i]));
    return (_, category) => positions.get(category) ?? NaN;
  },
  formula: ({ order }, [category]) => `position of ${category} in {${order.join(', ')}}`,
  infix: true,
  sources: () => noLineage,
};

/** `ordinal(record('size'), ['small', 'medium', 'large'])`: 0, 1, 2. */
export const ordinal = (category: Operand, order: readonly string[]): Expression => ({
  op: 'ordinal',
  of: [asExpression(category)],
  order,
});
