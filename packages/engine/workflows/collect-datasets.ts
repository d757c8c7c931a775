import type { DatasetVersion } from '@rikuy/contracts';
import type { Clock } from '../ports/clock.ts';
import type { DatasetStore } from '../ports/dataset-store.ts';
import type { Stores } from '../ports/stores.ts';

export interface CollectOptions {
  readonly clock: Clock;
  readonly by: string;
  /** How many of the newest stay, whoever uses them; at least 1. */
  readonly keep: number;
  /** Tells what would go, and lets it stay. */
  readonly dryRun?: boolean;
}

export interface Collection {
  readonly removed: readonly string[];
  /** Versions that stay, and why. */
  readonly kept: readonly { readonly version: string; readonly because: 'named-by-model' | 'newest' | 'recent' }[];
}

const msPerDay = 86_400_000;

/**
 * Removes dataset versions that nobody needs: those that no model names, that are not among the newest, and that are
 * older than a day (of younger ones a training may be under way).
 */
export async function collectDatasets(
  useCase: { readonly id: string },
  { datasets, modelStore, auditTrail }: Pick<Stores, 'modelStore' | 'auditTrail'> & { readonly datasets: DatasetStore },
  { clock, by, keep, dryRun = false }: CollectOptions,
): Promise<Collection> {
  const versions = await datasets.list(useCase.id);
  const newest = new Set(versions.slice(0, Math.max(1, keep)).map(({ version }) => version));
  const named = new Set((await modelStore.list(useCase.id)).map(({ dataset }) => dataset.version));
  const reasonToKeep = ({ version, createdAt }: DatasetVersion): Collection['kept'][number]['because'] | null => {
    if (named.has(version)) return 'named-by-model';
    if (newest.has(version)) return 'newest';
    return clock.now() - Date.parse(createdAt) < msPerDay ? 'recent' : null;
  };
  const judged = versions.map(version => ({ version: version.version, because: reasonToKeep(version) }));
  const removed = judged.filter(({ because }) => because === null).map(({ version }) => version);
  for (const version of dryRun ? [] : removed) {
    await auditTrail.append({
      at: clock.now(),
      actor: by,
      action: 'dataset.removed',
      useCase: useCase.id,
      subject: version,
      detail: {},
    });
    await datasets.remove(useCase.id, version);
  }
  return { removed, kept: judged.flatMap(({ version, because }) => (because === null ? [] : [{ version, because }])) };
}
