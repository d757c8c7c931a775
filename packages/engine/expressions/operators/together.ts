import { call, type Expression, type Operand, type Value } from '../expression.ts';
import { pureOperator } from '../operator.ts';
import { isMissingValue } from '../truth.ts';

export const togetherOperator = pureOperator({
  name: 'together',
  summary: 'The combination of several values as one category; missing when any part is.',
  takes: ['any', 'any'],
  rest: true,
  gives: 'category',
  evaluate: (...parts: Value[]) => joinKey(parts),
  formula: (...parts) => `(${parts.join(', ')})`,
});

/** One text for several values; different values never give the same text. */
export function joinKey(parts: readonly Value[]): string | null {
  let joined = '';
  for (let i = 0; i < parts.length; i++) {
    if (isMissingValue(parts[i])) return null;
    joined += i === 0 ? escaped(String(parts[i])) : `|${escaped(String(parts[i]))}`;
  }
  return joined;
}

function escaped(part: string): string {
  return part.includes('|') || part.includes('\\') ? part.replaceAll(/[|\\]/g, String.raw`\$&`) : part;
}

/** `together(a, b, …)`: a category for every combination. */
export const together = (...parts: readonly Operand[]): Expression => call('together', ...parts);
