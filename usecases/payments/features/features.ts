import type { FeatureDeclaration } from '@rikuy/engine';
import { amountFeatures } from './amount.ts';
import { frequencyFeatures } from './frequency.ts';
import { knownRiskFeatures } from './known-risk.ts';
import { lastPayments } from './last-payments.ts';
import { repetitionFeatures } from './repetition.ts';
import { timeFeatures } from './time.ts';

export const paymentsFeatures: readonly FeatureDeclaration[] = [
  ...amountFeatures,
  ...timeFeatures,
  ...frequencyFeatures,
  ...repetitionFeatures,
  ...knownRiskFeatures,
  ...lastPayments,
];
