import type { Bilingual } from '@rikuy/contracts';

/** A field of the decided record that the person concerned can change, and how far. */
export interface ChangeableField {
  readonly field: string;
  readonly direction: 'raise' | 'lower';
  /** `value`: what follows are values of the field; `factor`: multiples of its present value. */
  readonly scale: 'value' | 'factor';
  /** The new value's bounds, and the steps in which it is tried. */
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Fields that move by the same amount: who pays off debt has as much less in assets. */
  readonly along?: readonly string[];
  /** How hard the whole way is against other fields; absent means 1. */
  readonly effort?: number;
  /** What to do; `{from}` and `{to}` stand for the values. */
  readonly text: Bilingual;
}
