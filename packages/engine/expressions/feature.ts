import type { Bilingual, Unit } from '@rikuy/contracts';
import type { Expression } from './expression.ts';

/** A feature as declared: what it is computed from, and why it is there. */
export interface FeatureDeclaration {
  readonly name: string;
  readonly kind: 'number' | 'category';
  readonly unit: Unit | null;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly justification: Bilingual;
  readonly pattern: string | null;
  readonly owner: string;
  readonly value: Expression;
}
