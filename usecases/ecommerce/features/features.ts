import type { FeatureDeclaration } from '@rikuy/engine';
import { amountFeatures } from './amount.ts';
import { frequencyFeatures } from './frequency.ts';
import { knownRiskFeatures } from './known-risk.ts';
import { sessionFeatures } from './session.ts';

/** Every feature of ecommerce, in the order in which the catalogue shows them. */
export const ecommerceFeatures: readonly FeatureDeclaration[] = [
  ...amountFeatures,
  ...frequencyFeatures,
  ...sessionFeatures,
  ...knownRiskFeatures,
];
