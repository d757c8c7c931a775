import type { UseCaseDescription } from '@rikuy/contracts';
import type { UseCase } from './use-case.ts';

/** What a client needs to know of a use case. */
export function describeUseCase(useCase: UseCase): UseCaseDescription {
  const { id, title, description, decides, records, policy, label, entityField, officeField, patterns, examples } =
    useCase;
  return {
    id,
    title,
    description,
    recordType: decides,
    record: records[decides],
    outcomes: [...policy.outcomes],
    policyKind: policy.kind,
    otherRecords: Object.fromEntries(Object.entries(records).filter(([type]) => type !== decides)),
    label: { name: label.name, positive: label.positive, negative: label.negative },
    entityField,
    officeField,
    currency: label.currency,
    patterns: { ...patterns },
    examples: examples.map(example => ({ title: example.title, record: { ...example.record } })),
  };
}
