import { RikuyError } from '@rikuy/contracts';
import { checkFeatures, kindOf } from '../expressions/check-expression.ts';
import type { Expression, Kind } from '../expressions/expression.ts';
import type { Scope } from '../expressions/scope.ts';
import { readsOfFeatures, readsOfPeers, readsOfRules, useCaseScope } from '../expressions/use-case-scope.ts';
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
  const { features = [], candidates, choose } = useCase.training;
  const names = useCase.features.map(({ name }) => name);
  for (const feature of features) requireOneOf(useCase, 'training.features', feature, names);
  requireDistinct(useCase, 'training.features', features);
  const candidateNames = candidates.map(({ name }) => name);
  requireDistinct(useCase, 'training.candidates', candidateNames);
  if (choose.kind === 'named') requireOneOf(useCase, 'training.choose', choose.name, candidateNames);
}

function checkPolicy(useCase: UseCase): void {
  const { outcomes, lanes, rules } = useCase.policy;
  const codes = outcomes.map(({ code }) => code);
  const worked = outcomes.filter(outcome => outcome.worked).map(({ code }) => code);
  requireDistinct(useCase, 'policy.outcomes', codes);
  if (outcomes[0].worked) fail(useCase, 'policy.outcomes', 'a first outcome that nobody works', `\`${codes[0]}\``);
  for (const { outcome } of lanes) requireOneOf(useCase, 'policy.lanes', outcome, worked);
  requireDistinct(
    useCase,
    'policy.lanes',
    lanes.map(({ outcome }) => outcome),
  );
  for (const { id, outcome } of rules) requireOneOf(useCase, `rule \`${id}\``, outcome, codes);
  requireDistinct(
    useCase,
    'policy.rules',
    rules.map(({ id }) => id),
  );
}

function requireOneOf(useCase: UseCase, part: string, name: string, known: readonly string[]): void {
  if (!known.includes(name)) fail(useCase, part, `one of ${known.join(', ') || '(none is declared)'}`, `\`${name}\``);
}

function requireDistinct(useCase: UseCase, part: string, names: readonly string[]): void {
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined) fail(useCase, part, 'every name once', `\`${repeated}\` twice`);
}

function fail(useCase: UseCase, part: string, expected: string, got: string): never {
  throw new RikuyError(
    'invalid-declaration',
    `use case \`${useCase.id}\`: ${part} expects ${expected}; got ${got}. Correct the declaration.`,
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
