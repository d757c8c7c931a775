import type { FeatureDeclaration } from '@rikuy/engine';
import { goodsAndSeasonFeatures } from './goods-and-season.ts';
import { interactionFeatures } from './interactions.ts';
import { originAndRateFeatures } from './origin-and-rate.ts';
import { partyFeatures } from './parties.ts';
import { priceFeatures } from './price.ts';
import { quantityFeatures } from './quantity.ts';

/** Every feature of customs, in the order in which the catalogue shows them. */
export const customsFeatures: readonly FeatureDeclaration[] = [
  ...priceFeatures,
  ...quantityFeatures,
  ...originAndRateFeatures,
  ...partyFeatures,
  ...goodsAndSeasonFeatures,
  ...interactionFeatures,
];
