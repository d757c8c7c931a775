import { plainProgram, type PlainMoment } from '../../expressions/plain-program.ts';
import { readsOfRules } from '../../expressions/use-case-scope.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import type { FiredRule } from './fired-rule.ts';
import { listBook } from './list-book.ts';

/** The rules and lists that apply to an event, rules first; what is unknown does not apply. */
export type RuleBook = (moment: PlainMoment) => readonly FiredRule[];

/** The policy's rules and lists, compiled once. */
export function ruleBook(useCase: UseCase): RuleBook {
  const { rules } = useCase.policy;
  const evaluate = plainProgram(
    useCase,
    rules.map(rule => rule.when),
    { subject: 'the rules', reads: readsOfRules },
  );
  const fired = rules.map(({ id, effect = 'at-least', outcome, text, short }) => ({
    id,
    effect,
    outcome,
    text,
    short,
  }));
  const listed = listBook(useCase);
  return moment => {
    const values = evaluate(moment);
    return [...fired.filter((_, i) => values[i] === 1), ...listed(moment)];
  };
}
