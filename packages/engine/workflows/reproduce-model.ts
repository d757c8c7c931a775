import { RikuyError } from '@rikuy/contracts';
import type { Progress } from '@rikuy/learn';
import type { Stores } from '../ports/stores.ts';
import type { UseCase } from '../use-case/use-case.ts';
import { fitFromLog } from './train-model.ts';

/** Whether a registered model came out the same when it was made again. */
export interface Reproduction {
  readonly version: string;
  readonly identical: boolean;
  readonly files: readonly { readonly name: string; readonly registered: string; readonly reproduced: string | null }[];
  readonly dataset: { readonly registered: string; readonly reproduced: string };
  readonly thresholds: boolean;
}

/**
 * Trains again from the very range of the log, seed and plan that the manifest names, and compares the hashes of data
 * and files.
 * @throws RikuyError `not-found`
 */
export async function reproduceModel(
  useCase: UseCase,
  { eventLog, modelStore }: Pick<Stores, 'eventLog' | 'modelStore'>,
  version: string,
  options: { readonly threads?: number; readonly onProgress?: (progress: Progress) => void } = {},
): Promise<Reproduction> {
  const registered = await modelStore.manifest(useCase.id, version);
  if (!registered) throw new RikuyError('not-found', `There is no model ${version} of ${useCase.id}.`);
  const again = await fitFromLog(useCase, eventLog, {
    ...options,
    seed: registered.seed,
    codeVersion: registered.codeVersion,
    toSequence: registered.dataset.toSequence,
  });
  const files = Object.entries(registered.files).map(([name, hash]) => ({
    name,
    registered: hash,
    reproduced: again.manifest.files[name] ?? null,
  }));
  const dataset = { registered: registered.dataset.sha256, reproduced: again.manifest.dataset.sha256 };
  const thresholds = JSON.stringify(registered.thresholds) === JSON.stringify(again.manifest.thresholds);
  const sameFiles = files.every(file => file.registered === file.reproduced);
  return {
    version,
    files,
    dataset,
    thresholds,
    identical: sameFiles && thresholds && dataset.registered === dataset.reproduced,
  };
}
