import type { ModelManifest, ModelSummary } from '@rikuy/contracts';

/** A manifest as lists show it, with the figures of the model that decides. */
export function summariseModel(manifest: ModelManifest): ModelSummary {
  const { version, useCase, name, stage, createdAt, createdBy, chosen, evaluations } = manifest;
  const { rocAuc, averagePrecision } = evaluations.find(({ model }) => model === chosen)!;
  return { version, useCase, name, stage, createdAt, createdBy, chosen, rocAuc, averagePrecision };
}
