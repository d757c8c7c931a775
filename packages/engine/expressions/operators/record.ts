import type { Field } from '@rikuy/contracts';
import { z } from 'zod';
import type { Expression, Kind, Value } from '../expression.ts';
import { type Operator, refusal } from '../operator.ts';
import type { Scope } from '../scope.ts';

const node = z.strictObject({ op: z.literal('record'), field: z.string() });

const kindOfField: Readonly<Record<Field['kind'], Kind>> = {
  number: 'number',
  money: 'number',
  category: 'category',
  identifier: 'category',
  time: 'time',
  boolean: 'boolean',
};

export const recordOperator: Operator<z.infer<typeof node>> = {
  name: 'record',
  summary: 'A field of the record.',
  schema: node,
  operands: () => [],
  kind: ({ field }, _, scope) => {
    refuseLabelColumns(field, scope);
    const { fields } = scope.records[scope.recordType];
    const found = fields.find(({ name }) => name === field);
    if (found) return kindOfField[found.kind];
    const known = fields.map(({ name }) => name).join(', ');
    throw refusal(scope, `\`record\` reads a field of \`${scope.recordType}\`; got \`${field}\`. It has ${known}.`);
  },
  bind: ({ field }, { scope }) => {
    const kind = kindOfField[scope.records[scope.recordType].fields.find(({ name }) => name === field)!.kind];
    return kind === 'category' ? ({ record }) => asText(record[field]) : ({ record }) => asNumber(record[field]);
  },
  formula: ({ field }) => field,
  infix: false,
  sources: ({ field }, { recordType }) => ({ sources: [`${recordType}.${field}`], features: [] }),
};

/** The label is not known when the event is decided: a feature that read it would look into the future. */
function refuseLabelColumns(field: string, scope: Scope): void {
  const { label } = scope;
  const columns = [...Object.values(label.columns), ...Object.entries(label.aliases ?? {}).flat(2)];
  if (scope.recordType !== scope.decides || !columns.includes(field)) return;
  throw refusal(
    scope,
    `\`record('${field}')\` reads a column of the label, which is known only later. ` +
      `Take what was known of labels at the time with \`label('${label.name}').rate(…)\`.`,
  );
}

function asText(value: unknown): Value {
  return typeof value === 'string' && value !== '' ? value : null;
}

function asNumber(value: unknown): Value {
  if (typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : NaN;
}

/** `record('weight')`: a field of the record at hand; inside `past(…)`, of the past record. */
export const record = (field: string): Expression => ({ op: 'record', field });
