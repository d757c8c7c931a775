import { z } from 'zod';
import { asExpression, type Expression, type Operand } from '../expression.ts';
import { expressionPart, type Operator, refusal, requireKinds } from '../operator.ts';

const node = z.strictObject({ op: z.literal('lookup'), table: z.string(), of: z.tuple([expressionPart]) });

export const lookupOperator: Operator<z.infer<typeof node>> = {
  name: 'lookup',
  summary: "The value of a dated table for a key, as in force on the event's day; missing before its first row.",
  schema: node,
  operands: ({ of }) => of,
  kind: ({ table }, operands, scope) => {
    requireKinds({ name: 'lookup', takes: ['category'] }, operands, scope);
    if (Object.hasOwn(scope.lookups, table)) return 'number';
    const known = Object.keys(scope.lookups).join(', ') || 'none';
    throw refusal(scope, `\`lookup\` reads a table of the use case; got \`${table}\`. The tables are: ${known}.`);
  },
  bind: ({ table }, { lookup }) => {
    const valueOf = lookup(table);
    return ({ eventTime }, key) => (typeof key === 'string' ? valueOf(key, eventTime) : NaN);
  },
  formula: ({ table }, [key]) => `${table}[${key}] on the day`,
  infix: false,
  sources: ({ table }) => ({ sources: [`lookup:${table}`], features: [] }),
};

/** `lookup('fx', record('currency'))`: the table's value for the key on the day of the event. */
export const lookup = (table: string, key: Operand): Expression => ({ op: 'lookup', table, of: [asExpression(key)] });
