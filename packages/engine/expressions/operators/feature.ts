import { z } from 'zod';
import type { Expression } from '../expression.ts';
import { type Operator, refusal } from '../operator.ts';

const node = z.strictObject({ op: z.literal('feature'), name: z.string() });

export const featureOperator: Operator<z.infer<typeof node>> = {
  name: 'feature',
  summary: 'The value of another feature of the same event.',
  schema: node,
  operands: () => [],
  kind: ({ name }, _, scope) => {
    if (!scope.reads.features)
      throw refusal(scope, `\`feature('${name}')\` cannot be read here. Build on fields with \`record\`.`);
    const found = scope.features.get(name);
    if (found) return found.kind;
    const known = [...scope.features.keys()].join(', ');
    throw refusal(scope, `\`feature\` reads another feature; got \`${name}\`. The features are: ${known}.`);
  },
  bind: ({ name }, environment) => environment.feature(name),
  formula: ({ name }) => name,
  infix: false,
  sources: ({ name }) => ({ sources: [], features: [name] }),
};

/** `feature('price_gap')`: another feature, by its name. */
export const feature = (name: string): Expression => ({ op: 'feature', name });
