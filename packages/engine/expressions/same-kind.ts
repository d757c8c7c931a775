import type { Kind } from './expression.ts';
import { refusal } from './operator.ts';
import type { Scope } from './scope.ts';

/** The one kind of these choices; a number and a boolean together are a number. */
export function requireSameKind(operator: string, choices: readonly Kind[], scope: Scope): Kind {
  const distinct = new Set(choices);
  if (distinct.size === 1) return choices[0];
  if (distinct.size === 2 && distinct.has('number') && distinct.has('boolean')) return 'number';
  throw refusal(
    scope,
    `\`${operator}\` chooses among values of one kind; got ${choices.join(', ')}. Give every branch the same kind.`,
  );
}
