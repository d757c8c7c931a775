import { canonicalJson } from '../ports/canonical-json.ts';
import { operatorOf } from './catalogue.ts';
import type { Expression, Value } from './expression.ts';
import type { Environment, Evaluate, Moment } from './operator.ts';

type Step = (moment: Moment) => void;

/**
 * Expressions compiled once, to be run for many events. Every distinct part is evaluated once an event and keeps its
 * value in a slot until the next run.
 */
export class Program {
  readonly values: Value[] = [];
  private readonly steps: Step[] = [];
  private readonly slots = new Map<string, number>();
  private readonly environment: Environment;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  /** The slot in which the expression's value stands after a run. The expression must have been checked. */
  slotOf(expression: Expression): number {
    const identity = canonicalJson(expression);
    const known = this.slots.get(identity);
    if (known !== undefined) return known;
    const slot = this.compile(expression);
    this.slots.set(identity, slot);
    return slot;
  }

  /** Adds a step behind those that are needed so far. */
  append(step: Step): void {
    this.steps.push(step);
  }

  run(moment: Moment): void {
    const { steps } = this;
    for (let i = 0; i < steps.length; i++) steps[i](moment);
  }

  private compile(expression: Expression): number {
    const { environment } = this;
    const operator = operatorOf(expression, environment.scope);
    const operands = operator.operands(expression, environment.scope).map(operand => this.slotOf(operand));
    const evaluate = operator.bind(expression, environment);
    const slot = this.values.push(NaN) - 1;
    this.steps.push(stepOf(evaluate, operands, slot, this.values));
    return slot;
  }
}

/** `values[slot] = evaluate(moment, ...operands)`, without an array for the usual numbers of operands. */
function stepOf(evaluate: Evaluate, operands: readonly number[], slot: number, values: Value[]): Step {
  const [a, b, c] = operands;
  switch (operands.length) {
    case 0:
      return moment => void (values[slot] = evaluate(moment));
    case 1:
      return moment => void (values[slot] = evaluate(moment, values[a]));
    case 2:
      return moment => void (values[slot] = evaluate(moment, values[a], values[b]));
    case 3:
      return moment => void (values[slot] = evaluate(moment, values[a], values[b], values[c]));
    default:
      return moment => void (values[slot] = evaluate(moment, ...operands.map(operand => values[operand])));
  }
}
