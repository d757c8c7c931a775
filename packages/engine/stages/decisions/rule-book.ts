import { plainProgram, type PlainMoment } from '../../expressions/plain-program.ts';
import { readsOfRules } from '../../expressions/use-case-scope.ts';
import type { Rule, UseCase } from '../../use-case/use-case.ts';

/** The rules that fire for an event; what is unknown does not fire. */
export type RuleBook = (moment: PlainMoment) => readonly Rule[];

/** The policy's rules, compiled once. */
export function ruleBook(useCase: UseCase): RuleBook {
  const { rules } = useCase.policy;
  const evaluate = plainProgram(
    useCase,
    rules.map(rule => rule.when),
    { subject: 'the rules', reads: readsOfRules },
  );
  return moment => {
    const values = evaluate(moment);
    return rules.filter((_, i) => values[i] === 1);
  };
}
