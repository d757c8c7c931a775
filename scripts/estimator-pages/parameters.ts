import { z } from 'zod';

/** A parameter as its page shows it. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly range: string;
  readonly fallback: string;
  readonly description: string;
}

/** The part of JSON Schema that parameters use. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** The parameters that a schema declares, in its order; those of all variants where it has several. */
export function parametersOf(params: z.ZodType): Parameter[] {
  const schema = z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }) as Schema;
  const objects = schema.properties ? [schema] : (schema.anyOf ?? []);
  const found = new Map<string, Parameter>();
  for (const { properties = {}, required = [] } of objects)
    for (const [name, one] of Object.entries(properties))
      if (!found.has(name)) found.set(name, parameter(name, one, required.includes(name)));
  return [...found.values()];
}

function parameter(name: string, schema: Schema, isRequired: boolean): Parameter {
  const absent = isRequired ? 'required' : '–';
  return {
    name,
    type: typeOf(schema),
    range: rangeOf(schema),
    fallback: schema.default === undefined ? absent : `\`${JSON.stringify(schema.default)}\``,
    description: schema.description ?? '',
  };
}

function typeOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map(value => `\`${JSON.stringify(value)}\``).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`;
  if (schema.type === 'object') return objectType(schema);
  if (schema.type === 'integer') return 'whole number';
  return schema.type === 'string' ? 'text' : (schema.type ?? 'any');
}

function objectType({ properties, additionalProperties }: Schema): string {
  if (properties)
    return `{ ${Object.entries(properties)
      .map(([name, one]) => `${name}: ${typeOf(one)}`)
      .join(', ')} }`;
  return typeof additionalProperties === 'object' ? `by name: ${typeOf(additionalProperties)}` : 'object';
}

function rangeOf(schema: Schema): string {
  const inner = schema.anyOf?.map(rangeOf).find(range => range !== '–') ?? (schema.items && rangeOf(schema.items));
  if (inner) return inner;
  const limits = [
    schema.minimum !== undefined && `≥ ${schema.minimum}`,
    schema.exclusiveMinimum !== undefined && `> ${schema.exclusiveMinimum}`,
    // zod states the greatest safe integer where nobody stated a limit.
    schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER && `≤ ${schema.maximum}`,
    schema.exclusiveMaximum !== undefined && `< ${schema.exclusiveMaximum}`,
  ].filter(limit => limit !== false);
  return limits.join(', ') || '–';
}
