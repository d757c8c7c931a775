import { asDoubles } from '../math/gather.ts';
import { type Column, numbers } from '../table/column.ts';

/** The applier of rules that turn each number into another, under the same name. */
export function mapNumbers(valueOf: (value: number) => number): (from: Column) => readonly Column[] {
  return from => (from.kind === 'category' ? [from] : [numbers(asDoubles(from.values).map(value => valueOf(value)))]);
}
