import type { DatasetVersion, Profile } from '@rikuy/contracts';
import type { Progress } from '@rikuy/learn';
import type { Clock } from '../ports/clock.ts';
import type { DatasetStore } from '../ports/dataset-store.ts';
import { labelColumn } from '../stages/datasets/dataset-tables.ts';
import { profileTable } from '../stages/profiling/profile-table.ts';
import type { UseCase } from '../use-case/use-case.ts';

/** The profile of the decided records of a version: made once and kept beside it, since the version never changes. */
export async function profileDataset(
  useCase: UseCase,
  version: DatasetVersion,
  datasets: DatasetStore,
  { clock, onProgress }: { readonly clock: Clock; readonly onProgress?: (progress: Progress) => void },
): Promise<Profile> {
  const known = await datasets.profile(useCase.id, version.version);
  if (known) return known;
  const table = await datasets.open(version, version.mainTable);
  try {
    const { identity, timeField } = useCase.records[version.mainTable];
    const profile = await profileTable(table, {
      name: `${useCase.id} ${version.version}`,
      useCase: useCase.id,
      dataset: version.version,
      now: clock.now(),
      label: { column: labelColumn, name: useCase.label.name },
      identity,
      timeColumn: timeField,
      onProgress,
    });
    await datasets.saveProfile(useCase.id, version.version, profile);
    return profile;
  } finally {
    await table.close();
  }
}
