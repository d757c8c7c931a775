import type { FeatureDeclaration } from '@rikuy/engine';
import { declaredFeatures } from './declared.ts';
import { enforcementFeatures } from './enforcement.ts';
import { historyFeatures } from './history.ts';
import { importFeatures } from './imports.ts';
import { interactionFeatures } from './interactions.ts';
import { networkFeatures } from './network.ts';

/** Every feature of tax, in the order in which the catalogue shows them. */
export const taxFeatures: readonly FeatureDeclaration[] = [
  ...declaredFeatures,
  ...historyFeatures,
  ...importFeatures,
  ...enforcementFeatures,
  ...networkFeatures,
  ...interactionFeatures,
];
