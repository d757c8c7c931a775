import { z } from 'zod';
import type { Expression } from '../expression.ts';
import { noLineage, type Operator } from '../operator.ts';

const node = z.strictObject({ op: z.literal('constant'), value: z.union([z.number(), z.string(), z.boolean()]) });

export const constantOperator: Operator<z.infer<typeof node>> = {
  name: 'constant',
  summary: 'The same value for every event.',
  schema: node,
  operands: () => [],
  kind: ({ value }) => (typeof value === 'string' ? 'category' : typeof value === 'number' ? 'number' : 'boolean'),
  bind: ({ value }) => {
    const constant = typeof value === 'boolean' ? Number(value) : value;
    return () => constant;
  },
  formula: ({ value }) => (typeof value === 'string' ? `"${value}"` : String(value)),
  infix: false,
  sources: () => noLineage,
};

/** `constant(5)`; numbers, texts and booleans may also stand bare where an operand is wanted. */
export const constant = (value: number | string | boolean): Expression => ({ op: 'constant', value });
