import { seeded } from '@rikuy/learn';
import type { Finding } from './audits.ts';
import type { GeneratedReturn } from './generate-returns.ts';

/** The same audits with their results dealt out at random: nothing is left to learn. */
export function shuffledFindings(returns: readonly GeneratedReturn[], seed: number): GeneratedReturn[] {
  const random = seeded(seed);
  const results = returns.flatMap(({ finding }) => (finding ? [finding] : []));
  for (let i = results.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [results[i], results[j]] = [results[j], results[i]];
  }
  let next = 0;
  return returns.map(one => (one.finding ? { ...one, finding: withResult(one.finding, results[next++]) } : one));
}

function withResult({ closedAt }: Finding, { evasion, additionalTax }: Finding): Finding {
  return { evasion, additionalTax, closedAt };
}
