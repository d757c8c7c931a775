import { type Expression, isExpression } from './expression.ts';
import { constant } from './operators/constant.ts';
import { record } from './operators/record.ts';
import { together } from './operators/together.ts';

/** A field by its name, or an expression. */
export type FieldOrExpression = string | Expression;

/** What events have in common: one field or expression, several together, or none (`[]`): all events. */
export type Key = FieldOrExpression | readonly FieldOrExpression[];

/** A name as the field that it names. */
export function fieldOrExpression(given: FieldOrExpression): Expression {
  return isExpression(given) ? given : record(given);
}

export function keyParts(key: Key): readonly Expression[] {
  return (typeof key === 'string' || isExpression(key) ? [key] : key).map(fieldOrExpression);
}

/** The parts as one expression. */
export function keyExpression(parts: readonly Expression[]): Expression {
  if (parts.length === 0) return constant('');
  return parts.length === 1 ? parts[0] : together(...parts);
}

/** The key's parts as people read them. */
export function keyText(formula: string, parts: readonly unknown[]): string {
  return parts.length === 0 ? 'of all' : `by ${formula}`;
}
