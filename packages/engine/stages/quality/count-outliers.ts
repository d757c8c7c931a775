import type { LoadReport } from '@rikuy/contracts';
import { RikuyError } from '@rikuy/contracts';
import type { RecordSource } from '../../ports/record-source.ts';

/** Rows that loads refused because a value was out of its range; null where a reject file cannot be read any more. */
export async function countOutliers(
  loads: readonly LoadReport[],
  openRejects: (path: string) => RecordSource,
): Promise<number | null> {
  let rows = 0;
  for (const { rejectFile } of loads) {
    if (rejectFile === null) continue;
    const found = await outliersIn(openRejects(rejectFile));
    if (found === null) return null;
    rows += found;
  }
  return rows;
}

/** A row with two values out of range counts once. */
async function outliersIn(rejects: RecordSource): Promise<number | null> {
  const lines = new Set<unknown>();
  try {
    for await (const { rows } of rejects.rows({ skip: 0, batch: 10_000 }))
      for (const { values } of rows) if (values['reason'] === 'out-of-range') lines.add(values['line']);
  } catch (error) {
    if (error instanceof RikuyError && error.code === 'unreadable-file') return null;
    throw error;
  }
  return lines.size;
}
