import { isDeepStrictEqual } from 'node:util';
import { fail, requireDistinct, requireOneOf } from './declaration-faults.ts';
import { overrideRecord } from './override-record.ts';
import type { UseCase } from './use-case.ts';

/** What is declared for the people concerned fits the record, the features and the policy. @throws RikuyError `invalid-declaration` */
export function checkDuties(useCase: UseCase): void {
  checkChangeable(useCase);
  checkGroups(useCase);
  checkOverrides(useCase);
}

function checkChangeable(useCase: UseCase): void {
  const { changeable = [], records, decides } = useCase;
  const { fields } = records[decides];
  const numbers = fields.filter(({ kind }) => kind === 'number' || kind === 'money').map(({ name }) => name);
  requireDistinct(
    useCase,
    'changeable',
    changeable.map(({ field }) => field),
  );
  for (const { field, along = [] } of changeable)
    for (const name of [field, ...along]) requireOneOf(useCase, `changeable.${field}`, name, numbers);
}

function checkGroups(useCase: UseCase): void {
  const { fairness = [], features, policy } = useCase;
  const categories = features.filter(({ kind }) => kind === 'category').map(({ name }) => name);
  for (const by of fairness) requireOneOf(useCase, 'fairness', by, categories);
  requireDistinct(useCase, 'fairness', fairness);
  if (fairness.length > 0 && policy.kind === 'quotas')
    fail(useCase, 'fairness', 'a policy whose outcome follows from the event alone', 'one by quotas');
}

function checkOverrides(useCase: UseCase): void {
  const { overrides, records } = useCase;
  if (overrides === undefined) return;
  requireOneOf(useCase, 'overrides', overrides, Object.keys(records));
  if (!isDeepStrictEqual(records[overrides], overrideRecord))
    fail(useCase, 'overrides', 'a type of record that is `overrideRecord`', `\`${overrides}\`, which is another`);
}
