import { z } from 'zod';
import { asExpression, type Expression, type Operand } from '../expression.ts';
import { expressionPart, noLineage, type Operator, requireKinds } from '../operator.ts';
import { truth } from '../truth.ts';

const node = z.strictObject({
  op: z.literal('isOneOf'),
  of: z.tuple([expressionPart]),
  values: z.array(z.string()).min(1).readonly(),
});

export const isOneOfOperator: Operator<z.infer<typeof node>> = {
  name: 'isOneOf',
  summary: 'Whether the category is one of these.',
  schema: node,
  operands: ({ of }) => of,
  kind: (_, operands, scope) => {
    requireKinds({ name: 'isOneOf', takes: ['category'] }, operands, scope);
    return 'boolean';
  },
  bind: ({ values }) => {
    const wanted: ReadonlySet<unknown> = new Set(values);
    return (_, category) => truth(wanted.has(category), category);
  },
  formula: ({ values }, [category]) => `${category} ∈ {${values.join(', ')}}`,
  infix: true,
  sources: () => noLineage,
};

/** `isOneOf(category, ['a', 'b'])`; unknown when the category is missing. */
export const isOneOf = (category: Operand, values: readonly string[]): Expression => ({
  op: 'isOneOf',
  of: [asExpression(category)],
  values,
});
