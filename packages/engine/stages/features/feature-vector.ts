import type { FeatureVector } from '@rikuy/contracts';
import type { FeatureDeclaration } from '../../expressions/feature.ts';

/** The features of one event, compact: numbers with NaN for missing, categories with null. */
export interface CompactVector {
  /** By position in `VectorLayout.numbers`. */
  readonly numbers: Float64Array;
  /** By position in `VectorLayout.categories`. */
  readonly categories: readonly (string | null)[];
}

/** Which features stand where in a compact vector. */
export interface VectorLayout {
  readonly numbers: readonly string[];
  readonly categories: readonly string[];
}

export function vectorLayout(features: readonly FeatureDeclaration[]): VectorLayout {
  return {
    numbers: features.filter(({ kind }) => kind === 'number').map(({ name }) => name),
    categories: features.filter(({ kind }) => kind === 'category').map(({ name }) => name),
  };
}

/** The vector as it is logged and sent: by name, null for missing. Its JSON gives the same bits back. */
export function toFeatureVector(layout: VectorLayout, { numbers, categories }: CompactVector): FeatureVector {
  const vector: FeatureVector = {};
  layout.numbers.forEach((name, i) => (vector[name] = Number.isNaN(numbers[i]) ? null : numbers[i]));
  layout.categories.forEach((name, i) => (vector[name] = categories[i]));
  return vector;
}
