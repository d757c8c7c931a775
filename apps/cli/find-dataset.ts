import { type DatasetVersion, RikuyError } from '@rikuy/contracts';
import type { DatasetStore } from '@rikuy/engine';

/** The version of this name; `newest` names the newest, `previous` the one before. @throws RikuyError `not-found` */
export async function findDataset(datasets: DatasetStore, useCase: string, name: string): Promise<DatasetVersion> {
  const place = ['newest', 'previous'].indexOf(name);
  const found = place >= 0 ? (await datasets.list(useCase))[place] : await datasets.find(useCase, name);
  if (found) return found;
  throw new RikuyError(
    'not-found',
    `There is no dataset version ${name} of ${useCase}; see \`rikuy datasets list ${useCase}\`.`,
  );
}
