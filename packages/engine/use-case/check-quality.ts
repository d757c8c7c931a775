import { kindOf, lineageOf } from '../expressions/check-expression.ts';
import { readsOfPeers, useCaseScope } from '../expressions/use-case-scope.ts';
import { fail, requireDistinct, requireOneOf } from './declaration-faults.ts';
import { fieldsOfCheck, type QualityCheck } from './quality-declaration.ts';
import type { UseCase } from './use-case.ts';

/**
 * Every check reads fields that its records have, and values only of those that a dataset version holds in the clear.
 * @throws RikuyError `invalid-declaration`
 */
export function checkQuality(useCase: UseCase): void {
  const checks = useCase.quality?.checks ?? [];
  requireDistinct(
    useCase,
    'quality.checks',
    checks.map(({ id }) => id),
  );
  for (const check of checks) checkOne(useCase, check);
}

function checkOne(useCase: UseCase, check: QualityCheck): void {
  const part = `quality check \`${check.id}\``;
  const { record = useCase.decides } = check;
  requireOneOf(useCase, part, record, Object.keys(useCase.records));
  const { fields } = useCase.records[record];
  for (const name of fieldsOfCheck(check))
    requireOneOf(
      useCase,
      part,
      name,
      fields.map(field => field.name),
    );
  if (check.kind === 'range' && !isComparable(useCase, record, check.field))
    fail(useCase, part, 'a field of kind number, money or time', `\`${check.field}\``);
  const readInTheClear = check.kind === 'expression' ? fieldsOfExpression(useCase, check) : clearFieldOf(check);
  const personal = fields.find(field => field.personal && readInTheClear.includes(field.name));
  if (personal)
    fail(
      useCase,
      part,
      'fields without personal data, whose values a dataset version does not hold',
      `\`${personal.name}\``,
    );
}

function clearFieldOf(check: QualityCheck): readonly string[] {
  return check.kind === 'range' || check.kind === 'allowed' ? [check.field] : [];
}

function isComparable({ records }: UseCase, record: string, name: string): boolean {
  const kind = records[record].fields.find(field => field.name === name)?.kind;
  return kind === 'number' || kind === 'money' || kind === 'time';
}

function fieldsOfExpression(
  useCase: UseCase,
  { id, holds, record = useCase.decides }: Extract<QualityCheck, { kind: 'expression' }>,
): readonly string[] {
  const subject = `quality check \`${id}\``;
  const scope = useCaseScope({ ...useCase, decides: record }, { subject, reads: readsOfPeers });
  const kind = kindOf(holds, scope);
  if (kind !== 'boolean') fail(useCase, subject, 'an expression that gives a boolean', `one that gives a ${kind}`);
  return lineageOf(holds, scope).sources.map(source => source.slice(source.indexOf('.') + 1));
}
