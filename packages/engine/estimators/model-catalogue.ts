import { catalogue, type Catalogue } from '@rikuy/learn';
import { anomalyClassifier } from './anomaly-classifier.ts';
import { anomalyFeature } from './anomaly-feature.ts';

/** Every kind of fitted object that a model bundle can hold: those of `learn`, and those that plans add to them. */
export const modelCatalogue = { ...catalogue, anomalyClassifier, anomalyFeature } as const satisfies Catalogue;
