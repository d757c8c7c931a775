import type { FeatureSnapshots } from '../feature-snapshots.ts';

/** Snapshots as long as the process lives. */
export function createMemoryFeatureSnapshots(): FeatureSnapshots {
  const byUseCase = new Map<string, Uint8Array>();
  return {
    load: async useCase => byUseCase.get(useCase)?.slice() ?? null,
    save: async (useCase, snapshot) => void byUseCase.set(useCase, snapshot.slice()),
  };
}
