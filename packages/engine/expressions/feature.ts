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
  /**
   * The feature of which this is the next version. Both are computed while models read either; new models are given
   * the next one.
   */
  readonly replaces?: string;
  /** Where it stands in a sequence of the last events, step 1 being the oldest. */
  readonly sequence?: {
    readonly name: string;
    readonly channel: string;
    readonly step: number;
    readonly steps: number;
  };
}

/** The features that new models are given: of every feature its newest version. */
export function newestVersions(features: readonly FeatureDeclaration[]): readonly string[] {
  const replaced = new Set(features.map(({ replaces }) => replaces));
  return features.map(({ name }) => name).filter(name => !replaced.has(name));
}

/** 1 of a feature that replaces none, and one more for every version before it. */
export function versionOf(name: string, features: ReadonlyMap<string, FeatureDeclaration>): number {
  const { replaces } = features.get(name)!;
  return replaces === undefined ? 1 : 1 + versionOf(replaces, features);
}
