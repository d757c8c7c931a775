import type { Bilingual, Unit } from '@rikuy/contracts';
import type { Expression } from './expression.ts';
import type { FeatureDeclaration } from './feature.ts';

/** A feature as it is written: what is left out has its usual value. */
export interface FeatureInput {
  readonly value: Expression;
  /** What it gives; absent means a number. */
  readonly kind?: FeatureDeclaration['kind'];
  /** Absent means none, as of ratios of different things, positions and categories. */
  readonly unit?: Unit | null;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** Why it should tell good from bad. */
  readonly justification: Bilingual;
  /** The fraud pattern it aims at; absent means none. */
  readonly pattern?: string | null;
  /** Who answers for it; absent means the owner of all. */
  readonly owner?: string;
  /** The feature of which this is the next version; both are computed until no model reads the earlier one. */
  readonly replaces?: string;
  /** Where it stands in a sequence; written by `sequence`. */
  readonly sequence?: FeatureDeclaration['sequence'];
}
