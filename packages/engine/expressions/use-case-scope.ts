import type { UseCase } from '../use-case/use-case.ts';
import type { Scope } from './scope.ts';

/** What expressions of a use case may refer to: features read everything, rules features, the rest fields alone. */
export function useCaseScope(
  useCase: Pick<UseCase, 'records' | 'decides' | 'label' | 'lookups' | 'features'>,
  place: { readonly subject: string; readonly reads: Scope['reads'] },
): Scope {
  return {
    ...place,
    records: useCase.records,
    recordType: useCase.decides,
    decides: useCase.decides,
    label: useCase.label,
    lookups: useCase.lookups,
    features: new Map(useCase.features.map(feature => [feature.name, feature])),
  };
}

export const readsOfFeatures: Scope['reads'] = { features: true, history: true };
export const readsOfRules: Scope['reads'] = { features: true, history: false };
export const readsOfPeers: Scope['reads'] = { features: false, history: false };
