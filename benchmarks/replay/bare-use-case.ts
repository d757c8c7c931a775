import type { Bilingual, FieldInput } from '@rikuy/contracts';
import { defineUseCase, expression, type FeatureInput, features, type UseCase, type Words } from '@rikuy/engine';

/** What a benchmark of features declares; the rest of a use case is there, and bare. */
export interface BareUseCase {
  readonly id: string;
  /** The fields of a payment beside `payment_id`, `paid_at` and `amount`. */
  readonly fields: readonly FieldInput[];
  /** Whose past counts. */
  readonly entityField: string;
  readonly lookups?: UseCase['lookups'];
  readonly features: (words: Words) => Readonly<Record<string, FeatureInput['value']>>;
}

const text = (name: string): Bilingual => ({ es: name, en: name });
export const told = (name: string) => ({ name, title: text(name), description: text(name) });

/** A use case of payments, some of which turn out to be fraud. */
export function paymentsUseCase({ id, fields, entityField, lookups = {}, ...declared }: BareUseCase): UseCase {
  return defineUseCase({
    id,
    title: text(id),
    description: text(id),
    records: {
      payment: {
        title: text('payment'),
        identity: ['payment_id'],
        timeField: 'paid_at',
        fields: [
          { kind: 'identifier', ...told('payment_id'), required: true },
          { kind: 'time', ...told('paid_at'), required: true },
          { kind: 'money', ...told('amount') },
          ...fields,
        ],
      },
    },
    decides: 'payment',
    entityField,
    officeField: entityField,
    valueField: 'amount',
    label: {
      name: 'fraud',
      positive: text('fraud'),
      negative: text('legitimate'),
      columns: { label: 'is_fraud', knownAt: 'fraud_known_at' },
      currency: 'USD',
    },
    lookups,
    features: features(words => inFull(declared.features(words)), { owner: 'benchmarks' }),
    peers: {
      title: text('amount'),
      unit: 'USD',
      value: expression(({ record }) => record('amount')),
      by: [entityField],
    },
    training: {
      candidates: [{ name: 'linear', title: text('linear'), estimator: { kind: 'logistic-regression' } }],
      choose: { kind: 'named', name: 'linear' },
      delayDays: 7,
      validationShare: 0.2,
      warmUpDays: 0,
      shares: [0.1],
    },
    policy: {
      kind: 'quotas',
      version: '1',
      outcomes: [
        { code: 'pass', title: text('pass'), meaning: text('pass'), tone: 'good', worked: false },
        { code: 'look', title: text('look'), meaning: text('look'), tone: 'bad', worked: true },
      ],
      lanes: [{ outcome: 'look', capacity: { default: 5 }, randomShare: 0.1 }],
      rules: [],
    },
    reasons: {},
    patterns: {},
    examples: [],
  });
}

function inFull(values: Readonly<Record<string, FeatureInput['value']>>): Record<string, FeatureInput> {
  const entries = Object.entries(values).map(([name, value]) => {
    const { title, description } = told(name);
    return [name, { value, title, description, justification: title }] as const;
  });
  return Object.fromEntries(entries);
}
