import { fail, requireDistinct, requireOneOf } from './declaration-faults.ts';
import type { EntryList, Exploration, PointsPolicy, QuotaPolicy, ThresholdPolicy } from './policy.ts';
import type { UseCase } from './use-case.ts';

/** What the parts of a policy say of each other and of the record. @throws RikuyError `invalid-declaration` */
export function checkPolicy(useCase: UseCase): void {
  const { policy } = useCase;
  const codes = policy.outcomes.map(({ code }) => code);
  requireDistinct(useCase, 'policy.outcomes', codes);
  if (policy.outcomes[0].worked)
    fail(useCase, 'policy.outcomes', 'a first outcome that nobody works', `\`${codes[0]}\``);
  checkRules(useCase, codes);
  switch (policy.kind) {
    case 'quotas':
      return checkLanes(useCase, policy);
    case 'thresholds':
      return checkCosts(useCase, policy, codes);
    case 'points':
      return checkPoints(useCase, policy, codes);
  }
}

function checkRules(useCase: UseCase, codes: readonly string[]): void {
  const { rules, lists = [] } = useCase.policy;
  const fields = useCase.records[useCase.decides].fields.map(({ name }) => name);
  for (const { id, outcome } of rules) requireOneOf(useCase, `rule \`${id}\``, outcome, codes);
  for (const list of lists) {
    requireOneOf(useCase, `list \`${list.id}\``, list.outcome, codes);
    requireOneOf(useCase, `list \`${list.id}\`.field`, list.field, fields);
    checkEntries(useCase, list);
  }
  requireDistinct(
    useCase,
    'policy.rules and policy.lists',
    [...rules, ...lists].map(({ id }) => id),
  );
}

function checkEntries(useCase: UseCase, { id, entries }: EntryList): void {
  for (const { from, until } of entries)
    if (until !== undefined && until <= from)
      fail(useCase, `list \`${id}\``, 'entries that end after they begin', `one from ${from} until ${until}`);
}

function checkLanes(useCase: UseCase, { lanes, outcomes }: QuotaPolicy): void {
  const worked = outcomes.filter(outcome => outcome.worked).map(({ code }) => code);
  const names = lanes.map(({ outcome }) => outcome);
  for (const outcome of names) requireOneOf(useCase, 'policy.lanes', outcome, worked);
  requireDistinct(useCase, 'policy.lanes', names);
}

function checkCosts(useCase: UseCase, { costs, exploration }: ThresholdPolicy, codes: readonly string[]): void {
  for (const outcome of Object.keys(costs)) requireOneOf(useCase, 'policy.costs', outcome, codes);
  const without = codes.filter(code => !Object.hasOwn(costs, code));
  if (without.length > 0)
    fail(useCase, 'policy.costs', 'the costs of every outcome', `none of \`${without.join('`, `')}\``);
  checkExploration(useCase, exploration, codes);
}

function checkPoints(useCase: UseCase, { cutOffs, exploration }: PointsPolicy, codes: readonly string[]): void {
  const wanted = codes.slice(0, -1);
  for (const outcome of Object.keys(cutOffs)) requireOneOf(useCase, 'policy.cutOffs', outcome, wanted);
  const points = wanted.map(code => cutOffs[code] ?? NaN);
  const isFalling = points.every((from, i) => (i === 0 ? !Number.isNaN(from) : from < points[i - 1]));
  if (!isFalling)
    fail(
      useCase,
      'policy.cutOffs',
      `points for ${wanted.join(', ')}, fewer from one to the next`,
      JSON.stringify(cutOffs),
    );
  checkExploration(useCase, exploration, codes);
}

function checkExploration(useCase: UseCase, exploration: Exploration | undefined, codes: readonly string[]): void {
  if (exploration) requireOneOf(useCase, 'policy.exploration', exploration.outcome, codes);
}
