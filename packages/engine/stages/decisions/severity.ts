import type { Policy } from '../../use-case/policy.ts';

/** Place of an outcome in the policy's order, the mildest 0. */
export function severity({ outcomes }: Pick<Policy, 'outcomes'>, outcome: string): number {
  return outcomes.findIndex(({ code }) => code === outcome);
}

export function mostSevere(policy: Pick<Policy, 'outcomes'>, outcomes: readonly string[]): string | null {
  return outcomes.reduce<string | null>(
    (worst, outcome) => (worst === null || severity(policy, outcome) > severity(policy, worst) ? outcome : worst),
    null,
  );
}
