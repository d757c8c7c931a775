import { RikuyError } from '@rikuy/contracts';
import { z } from 'zod';
import { type Expression, isExpression, type Kind, type Value } from './expression.ts';
import type { Figure, Wanted } from './figure.ts';
import type { Scope } from './scope.ts';

/** An expression as a part of another; its own parts are checked when it is reached. */
export const expressionPart = z.custom<Expression>(isExpression, 'must be an expression');

/** The moment at which an expression is evaluated. */
export interface Moment {
  readonly record: Readonly<Record<string, string | number | boolean | null | undefined>>;
  /** Epoch ms. */
  readonly eventTime: number;
}

/** One word of the language. Each lives in a file of its own and stands in the catalogue. */
export interface Operator<Node extends Expression = Expression> {
  readonly name: string;
  /** What it gives, in one sentence. */
  readonly summary: string;
  /** The shape of its node. */
  readonly schema: z.ZodType<Node>;
  /** The expressions that it needs the values of, at the same moment, in the order in which `bind`'s function takes them. */
  operands(node: Node, scope: Scope): readonly Expression[];
  /** The expressions that it needs the values of at past events. */
  pastOperands?(node: Node, scope: Scope): PastOperands;
  /** What it gives for operands of these kinds. @throws RikuyError `invalid-declaration` */
  kind(node: Node, operands: readonly Kind[], scope: Scope, pastOperands: readonly Kind[]): Kind;
  /** Makes the function that evaluates it. */
  bind(node: Node, environment: Environment): Evaluate;
  /** The formula that people read, from the formulas of its operands. */
  formula(node: Node, operands: readonly string[], pastOperands: readonly string[]): string;
  /** Whether the formula needs brackets inside another. */
  readonly infix: boolean;
  /** What it reads beside its operands. */
  sources(node: Node, scope: Scope): Lineage;
}

export interface PastOperands {
  readonly recordType: string;
  readonly expressions: readonly Expression[];
}

export type Evaluate = (moment: Moment, ...operands: Value[]) => Value;

export interface Lineage {
  /** Fields, labels and lookups: `order.quantity`, `label:fraud`, `lookup:fx`. */
  readonly sources: readonly string[];
  readonly features: readonly string[];
}

export const noLineage: Lineage = { sources: [], features: [] };

/** What expressions read from, given by whoever evaluates them. */
export interface Environment {
  readonly scope: Scope;
  readonly lookup: (name: string) => (key: string, at: number) => number;
  /** A figure of past events; the function takes the time of the present event, whose key must not be missing. */
  readonly past: (plan: PastPlan) => (at: number) => number;
  /** A figure of labels as known; the function takes the time of the present event, whose key must not be missing. */
  readonly labels: (plan: LabelPlan) => (at: number) => number;
  /** The value of another feature. */
  readonly feature: (name: string) => Evaluate;
}

/** Which past events a figure is of, and what is taken of each. */
export interface PastPlan {
  readonly recordType: string;
  /** The key of past events, and that of the present one. */
  readonly key: Expression;
  readonly matching: Expression;
  readonly where: Expression | null;
  readonly value: Expression | null;
  readonly withinMs: number;
  readonly figure: Figure;
}

/** A figure of the labels of one key: how many are known, how many are positive, the sum of the known amounts. */
export interface LabelPlan {
  readonly key: Expression;
  readonly withinMs: number;
  readonly figure: 'count' | 'positives' | 'amount';
}

/** An operator over values alone. */
export interface Pure<Arguments extends readonly Value[]> {
  readonly name: string;
  readonly summary: string;
  /** The kinds of its operands; `any` takes every kind, `rest` says that the last repeats. */
  readonly takes: readonly Wanted[];
  readonly rest?: boolean;
  /** What it gives; `same` is the kind of its last operand. */
  readonly gives: Kind | 'same';
  readonly evaluate: (...operands: Arguments) => Value;
  readonly formula: (...operands: string[]) => string;
  readonly infix?: boolean;
}

const pureNode = z.strictObject({ op: z.string(), of: z.array(expressionPart).readonly() });

/** Completes the description of an operator that depends on the values of its operands and nothing else. */
export function pureOperator<Arguments extends readonly Value[]>(pure: Pure<Arguments>): Operator {
  return {
    name: pure.name,
    summary: pure.summary,
    schema: pureNode,
    operands: node => node.of as readonly Expression[],
    kind: (_, operands, scope) => {
      requireKinds(pure, operands, scope);
      return pure.gives === 'same' ? operands.at(-1)! : pure.gives;
    },
    bind: () => {
      const { evaluate } = pure as unknown as { evaluate: (...operands: Value[]) => Value };
      return (_, ...operands) => evaluate(...operands);
    },
    formula: (_, operands) => pure.formula(...operands),
    infix: pure.infix ?? false,
    sources: () => noLineage,
  };
}

/** Whether what is of one kind may stand where another is wanted. */
export function fits(kind: Kind, wanted: Wanted): boolean {
  return wanted === 'any' || kind === wanted || (wanted === 'number' && kind === 'boolean');
}

/** @throws RikuyError `invalid-declaration` when number or kinds of the operands are not those wanted */
export function requireKinds(
  { name, takes, rest = false }: { readonly name: string; readonly takes: readonly Wanted[]; readonly rest?: boolean },
  operands: readonly Kind[],
  scope: Scope,
): void {
  const wanted = rest ? operands.map((_, i) => takes[Math.min(i, takes.length - 1)]) : takes;
  const enough = rest ? operands.length >= takes.length : operands.length === takes.length;
  if (enough && operands.every((kind, i) => fits(kind, wanted[i]))) return;
  const expected = takes.join(', ') + (rest ? '…' : '');
  throw refusal(scope, `\`${name}\` takes (${expected}); got (${operands.join(', ')}). ${repairOf(operands, wanted)}`);
}

/** The error of a declaration, naming the feature or rule in which it stands. */
export function refusal(scope: Scope, message: string): RikuyError {
  return new RikuyError('invalid-declaration', `${scope.subject}: ${message}`);
}

function repairOf(operands: readonly Kind[], wanted: readonly Wanted[]): string {
  const wrong = operands.findIndex((kind, i) => wanted[i] && !fits(kind, wanted[i]));
  if (wrong < 0) return 'Give as many operands as it takes.';
  const repairs: Partial<Record<Kind, string>> = {
    category: 'Turn the category into a number with `ordinal`, or into a boolean with `equals` or `isOneOf`.',
    time: 'Take a part of the time with `month`, `hour`…, or `daysBetween` two times.',
    number: 'Compare the number with `below`, `above`…, or use a field of the wanted kind.',
  };
  return repairs[operands[wrong]] ?? 'Use an expression of the wanted kind.';
}
