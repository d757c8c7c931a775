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
    ...dutiesOf(useCase),
    examples: examples.map(example => ({ title: example.title, record: { ...example.record } })),
  };
}

/** What people have a right to: to be told, to know what would change it, to have a person look at it. */
function dutiesOf({ notice, overrides, changeable, fairness, features }: UseCase): Partial<UseCaseDescription> {
  return {
    ...(notice && { notice }),
    ...(overrides && { mayOverride: true }),
    ...(changeable && { changeable: changeable.map(({ field }) => field) }),
    ...(fairness && {
      fairness: fairness.map(by => ({ by, title: features.find(({ name }) => name === by)!.title })),
    }),
  };
}
