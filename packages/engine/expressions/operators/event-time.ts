import { z } from 'zod';
import type { Expression } from '../expression.ts';
import type { Operator } from '../operator.ts';

const node = z.strictObject({ op: z.literal('eventTime') });

export const eventTimeOperator: Operator<z.infer<typeof node>> = {
  name: 'eventTime',
  summary: 'When the event happened.',
  schema: node,
  operands: () => [],
  kind: () => 'time',
  bind: () => moment => moment.eventTime,
  formula: () => 'event time',
  infix: false,
  sources: (_, { records, recordType }) => ({
    sources: [`${recordType}.${records[recordType].timeField}`],
    features: [],
  }),
};

/** `eventTime()`: when it happened, whatever the field is called. */
export const eventTime = (): Expression => ({ op: 'eventTime' });
