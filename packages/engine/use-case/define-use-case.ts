import { RikuyError } from '@rikuy/contracts';
import { checkFeatures, kindOf } from '../expressions/check-expression.ts';
import type { Expression, Kind } from '../expressions/expression.ts';
import type { Scope } from '../expressions/scope.ts';
import { readsOfFeatures, readsOfPeers, readsOfRules, useCaseScope } from '../expressions/use-case-scope.ts';
import { checkDuties } from './check-duties.ts';
import { checkPolicy } from './check-policy.ts';
import { checkQuality } from './check-quality.ts';
import { fail, requireDistinct, requireOneOf } from './declaration-faults.ts';
import type { UseCase } from './use-case.ts';
import { type UseCaseInput, useCaseSchema } from './use-case-schema.ts';

/**
 * A use case from its declarations: checked in every part and between the parts, completed by the usual values, and
 * frozen. It is plain data; a copy that went through JSON is defined like the original.
 *
 * ```ts
 * export const orders = defineUseCase({ id: 'orders', records: { order }, decides: 'order', features: features(…), … });
 * ```
 * @throws RikuyError `invalid-declaration` naming the part, what was expected, what came, and how to repair it; of
 *   several shape errors all are listed in `fields`
 */
export function defineUseCase(input: UseCaseInput): UseCase {
  const useCase = parse(input);
  checkRecords(useCase);
  checkNames(useCase);
  checkFeatures(useCaseScope(useCase, { subject: '', reads: readsOfFeatures }));
  checkPeersAndRules(useCase);
  checkPlan(useCase);
  checkPolicy(useCase);
  checkQuality(useCase);
  checkDuties(useCase);
  return deepFreeze(useCase);
}

function parse(input: UseCaseInput): UseCase {
  const parsed = useCaseSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  const [{ field, message }] = fields;
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : '';
  throw new RikuyError('invalid-declaration', `${named(input)}: \`${field}\` is wrong: ${message}${more}.`, { fields });
}

function named(input: unknown): string {
  const id = (input as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? `use case \`${id}\`` : 'use case';
}

/** Every record can be identified and placed in time; the decided one has the fields that the platform goes by. */
function checkRecords(useCase: UseCase): void {
  requireOneOf(useCase, 'decides', useCase.decides, Object.keys(useCase.records));
  for (const [type, { fields, identity, timeField }] of Object.entries(useCase.records)) {
    const names = fields.map(({ name }) => name);
    requireDistinct(useCase, `records.${type}.fields`, names);
    for (const part of identity) requireOneOf(useCase, `records.${type}.identity`, part, names);
    requireOneOf(useCase, `records.${type}.timeField`, timeField, names);
    const time = fields.find(({ name }) => name === timeField)!;
    if (time.kind !== 'time' || !time.required)
      fail(useCase, `records.${type}.timeField`, 'a required field of kind time', `\`${timeField}\`, ${time.kind}`);
  }
  const fields = useCase.records[useCase.decides].fields.map(({ name }) => name);
  for (const part of ['entityField', 'officeField', 'valueField'] as const)
    requireOneOf(useCase, part, useCase[part], fields);
  for (const part of useCase.peers.by) requireOneOf(useCase, 'peers.by', part, fields);
}

function checkNames(useCase: UseCase): void {
  const names = useCase.features.map(({ name }) => name);
  requireDistinct(useCase, 'features', names);
  for (const { name, pattern } of useCase.features)
    if (pattern !== null) requireOneOf(useCase, `features.${name}.pattern`, pattern, Object.keys(useCase.patterns));
  for (const name of Object.keys(useCase.reasons)) requireOneOf(useCase, 'reasons', name, names);
  if (!useCase.label.columns.knownAt && useCase.label.assumedDelayDays === undefined)
    fail(useCase, 'label', '`columns.knownAt`, or `assumedDelayDays` in its place', 'neither');
}

function checkPeersAndRules(useCase: UseCase): void {
  const place = (subject: string, reads: Scope['reads']) => useCaseScope(useCase, { subject, reads });
  requireKind(useCase, 'peers.value', { expression: useCase.peers.value, scope: place('`peers`', readsOfPeers) }, [
    'number',
    'boolean',
  ]);
  for (const { id, when } of useCase.policy.rules)
    requireKind(useCase, `rule \`${id}\``, { expression: when, scope: place(`rule \`${id}\``, readsOfRules) }, [
      'boolean',
    ]);
}

function requireKind(
  useCase: UseCase,
  part: string,
  { expression, scope }: { readonly expression: Expression; readonly scope: Scope },
  wanted: readonly Kind[],
): void {
  const kind = kindOf(expression, scope);
  if (!wanted.includes(kind))
    fail(useCase, part, `an expression that gives a ${wanted[0]}`, `one that gives a ${kind}`);
}

function checkPlan(useCase: UseCase): void {
  const { features = [], candidates, baselines = [], choose, amount, amountFeature } = useCase.training;
  const names = useCase.features.map(({ name }) => name);
  for (const feature of features) requireOneOf(useCase, 'training.features', feature, names);
  requireDistinct(useCase, 'training.features', features);
  const candidateNames = candidates.map(({ name }) => name);
  requireDistinct(useCase, 'training.candidates', [...candidateNames, ...baselines.map(({ name }) => name)]);
  if (choose.kind === 'named') requireOneOf(useCase, 'training.choose', choose.name, candidateNames);
  if (choose.kind === 'best' && choose.metric === 'cost' && useCase.policy.kind !== 'thresholds')
    fail(useCase, 'training.choose', 'a figure that the policy has; `cost` needs one by thresholds', '`cost`');
  if (amountFeature === undefined) return;
  requireOneOf(useCase, 'training.amountFeature', amountFeature, numberFeatures(useCase));
  if (amount) fail(useCase, 'training', '`amount` or `amountFeature`', 'both');
}

function numberFeatures({ features }: UseCase): string[] {
  return features.filter(({ kind }) => kind === 'number').map(({ name }) => name);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
