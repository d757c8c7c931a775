import { z } from 'zod';
import { asExpression, type Expression, type Operand } from '../expression.ts';
import { expressionPart, noLineage, type Operator, requireKinds } from '../operator.ts';

const node = z.strictObject({
  op: z.literal('first'),
  of: z.tuple([expressionPart]),
  characters: z.int().min(1),
});

export const firstOperator: Operator<z.infer<typeof node>> = {
  name: 'first',
  summary: 'The first characters of a category: the wider class of a hierarchical code.',
  schema: node,
  operands: ({ of }) => of,
  kind: (_, operands, scope) => {
    requireKinds({ name: 'first', takes: ['category'] }, operands, scope);
    return 'category';
  },
  bind: ({ characters }) => {
    return (_, text) => (typeof text === 'string' ? text.slice(0, characters) : null);
  },
  formula: ({ characters }, [text]) => `first ${characters} of ${text}`,
  infix: true,
  sources: () => noLineage,
};

/** `first(record('code'), 6)`: its first six characters; shorter ones stay as they are. */
export const first = (text: Operand, characters: number): Expression => ({
  op: 'first',
  of: [asExpression(text)],
  characters,
});
