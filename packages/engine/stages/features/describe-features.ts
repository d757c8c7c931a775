import type { FeatureDescription } from '@rikuy/contracts';
import { formulaOf, lineageOf } from '../../expressions/check-expression.ts';
import { versionOf } from '../../expressions/feature.ts';
import type { Scope } from '../../expressions/scope.ts';
import { readsOfFeatures, useCaseScope } from '../../expressions/use-case-scope.ts';
import type { UseCase } from '../../use-case/use-case.ts';

/** A model and the features that it was given, as its manifest states them. */
export interface ModelUsingFeatures {
  readonly version: string;
  readonly features: readonly string[];
  /** Where it stands: the champion decides. */
  readonly stage?: FeatureDescription['modelStages'][string];
}

/** The catalogue of a use case's features, from the declarations: lineage from field to feature to model. */
export function describeFeatures(useCase: UseCase, models: readonly ModelUsingFeatures[]): FeatureDescription[] {
  const scope = useCaseScope(useCase, { subject: 'features', reads: readsOfFeatures });
  const readBy = models.map(model => ({ ...model, reads: allReadBy(model.features, scope) }));
  return useCase.features.map(({ value, sequence = null, replaces = null, ...declared }) => {
    const { name } = declared;
    const { sources, features } = lineageOf(value, scope);
    const users = readBy.filter(({ reads }) => reads.has(name));
    return {
      ...declared,
      version: versionOf(name, scope.features),
      replaces,
      replacedBy: useCase.features.find(other => other.replaces === name)?.name ?? null,
      sequence,
      formula: formulaOf(value, scope),
      sources: [...sources],
      features: [...features],
      models: users.map(({ version }) => version),
      modelStages: Object.fromEntries(users.flatMap(({ version, stage }) => (stage ? [[version, stage]] : []))),
    };
  });
}

/** The features given to a model, and those that they are made from. */
function allReadBy(given: readonly string[], scope: Scope): ReadonlySet<string> {
  const reads = new Set<string>();
  const visit = (name: string): void => {
    const declared = scope.features.get(name);
    if (reads.has(name) || declared === undefined) return;
    reads.add(name);
    lineageOf(declared.value, scope).features.forEach(visit);
  };
  given.forEach(visit);
  return reads;
}
