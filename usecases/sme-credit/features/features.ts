import type { FeatureDeclaration } from '@rikuy/engine';
import { amountFeatures } from './amounts.ts';
import { balanceFeatures } from './balance.ts';
import { cashFlowFeatures } from './cash-flow.ts';
import { paymentFeatures } from './payments.ts';
import { surroundingFeatures } from './surroundings.ts';

/** Every feature of sme-credit, in the order in which the catalogue shows them. */
export const smeCreditFeatures: readonly FeatureDeclaration[] = [
  ...amountFeatures,
  ...cashFlowFeatures,
  ...balanceFeatures,
  ...paymentFeatures,
  ...surroundingFeatures,
];

/** Features that tell groups apart for the fairness report and are given to no model. */
export const groupFeatures: readonly string[] = ['company_size', 'region', 'sector'];
