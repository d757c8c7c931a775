/**
 * A piece of a feature or rule, as plain data that survives JSON: an operator's name and its parts. Written with the
 * words of `words.ts`; what each operator takes, gives and means stands in its own file under `operators/`.
 */
export interface Expression {
  readonly op: string;
  readonly [part: string]: unknown;
}

/** What an expression gives. A boolean is accepted where a number is wanted, as 0 or 1. */
export const kinds = ['number', 'category', 'boolean', 'time'] as const;
export type Kind = (typeof kinds)[number];

/**
 * What an expression is worth at one moment: text for categories, numbers for the rest (times in epoch ms, booleans 0
 * or 1). NaN and null are missing.
 */
export type Value = number | string | null;

/** What may stand where an expression is wanted: a number, text or boolean is a constant. */
export type Operand = Expression | number | string | boolean;

/** The operand as an expression. */
export function asExpression(operand: Operand): Expression {
  return typeof operand === 'object' ? operand : { op: 'constant', value: operand };
}

/** An expression of this operator over these operands. */
export function call(op: string, ...operands: readonly Operand[]): Expression {
  return { op, of: operands.map(asExpression) };
}

/** True of what has the shape of an expression; whether it makes sense is for `checkExpression`. */
export function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && typeof (value as { op?: unknown }).op === 'string';
}
