import type { FeatureDescription } from '@rikuy/contracts';
import { formulaOf, lineageOf } from '../../expressions/check-expression.ts';
import { readsOfFeatures, useCaseScope } from '../../expressions/use-case-scope.ts';
import type { UseCase } from '../../use-case/use-case.ts';

/** A model and the features that it was given, as its manifest states them. */
export interface ModelUsingFeatures {
  readonly version: string;
  readonly features: readonly string[];
}

/** The catalogue of a use case's features, from the declarations: lineage from field to feature to model. */
export function describeFeatures(useCase: UseCase, models: readonly ModelUsingFeatures[]): FeatureDescription[] {
  const scope = useCaseScope(useCase, { subject: 'features', reads: readsOfFeatures });
  return useCase.features.map(({ value, ...declared }) => {
    const { sources, features } = lineageOf(value, scope);
    return {
      ...declared,
      formula: formulaOf(value, scope),
      sources: [...sources],
      features: [...features],
      models: models.filter(model => model.features.includes(declared.name)).map(({ version }) => version),
    };
  });
}
