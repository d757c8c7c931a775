import { type DatasetVersion, type LoadReport, type QualityReport, RikuyError } from '@rikuy/contracts';
import type { Clock } from '../ports/clock.ts';
import type { DatasetStore, DatasetTable, ScannedTable } from '../ports/dataset-store.ts';
import type { EventLog } from '../ports/event-log.ts';
import { eventTimeColumn, sequenceColumn } from '../stages/datasets/dataset-tables.ts';
import { columnShift } from '../stages/datasets/distribution-shift.ts';
import { assessQuality } from '../stages/quality/assess-quality.ts';
import { countOutliers } from '../stages/quality/count-outliers.ts';
import type { UseCase } from '../use-case/use-case.ts';

/** Makes every quality check of the use case on a dataset version and keeps the report beside it. */
export async function assessDataset(
  useCase: UseCase,
  version: DatasetVersion,
  stores: { readonly datasets: DatasetStore; readonly eventLog: Pick<EventLog, 'load'> },
  clock: Clock,
): Promise<QualityReport> {
  const tables = new OpenTables(stores.datasets);
  try {
    const against = version.parent === null ? null : await stores.datasets.find(useCase.id, version.parent);
    const { missing, ...found } = await assessQuality(
      useCase,
      {
        version,
        against,
        open: (of, table) => tables.open(of === 'version' ? version : against, table),
        shift: (older, newer, column) => columnShift(older, newer, columnOf(newer, column)),
        sequenceColumn,
        eventTimeColumn,
      },
      { now: clock.now() },
    );
    const loads = await loadsOf(version, stores.eventLog);
    const report: QualityReport = {
      ...found,
      counts: {
        missing_values_handled: missing,
        outliers_removed: await countOutliers(loads, path => stores.datasets.rejects(path)),
        inconsistencies_fixed: loads.reduce((sum, { converted, duplicates }) => sum + converted + duplicates, 0),
      },
    };
    await stores.datasets.saveQuality(report);
    return report;
  } finally {
    await tables.close();
  }
}

/**
 * @throws RikuyError `quality-failed` naming the checks, unless somebody says why the data are to be used all the same
 */
export function requireQuality({ status, checks, dataset }: QualityReport, acceptedBecause?: string): void {
  if (status !== 'fail' || acceptedBecause !== undefined) return;
  const failed = checks
    .filter(check => check.status === 'fail')
    .map(({ id, measure, value, fail }) => {
      const sign = measure === 'rows' ? '<' : '≥';
      return `${id} (${measure} ${value?.toPrecision(3)} ${sign} ${fail})`;
    });
  throw new RikuyError(
    'quality-failed',
    `The dataset version ${dataset} fails ${failed.join(', ')}. Repair the data and load them again, or accept them knowingly and say why: \`--accept-quality "reason"\`.`,
  );
}

function columnOf(table: ScannedTable, name: string) {
  return table.columns.find(column => column.name === name)!;
}

async function loadsOf({ source }: DatasetVersion, eventLog: Pick<EventLog, 'load'>): Promise<readonly LoadReport[]> {
  if (source.kind === 'file') return [];
  const reports = await Promise.all(source.loads.map(({ loadId }) => eventLog.load(loadId)));
  return reports.filter(report => report !== null);
}

/** Tables opened once each. */
class OpenTables {
  private readonly datasets: DatasetStore;
  private readonly opened = new Map<string, DatasetTable>();

  constructor(datasets: DatasetStore) {
    this.datasets = datasets;
  }

  async open(version: DatasetVersion | null, table: string): Promise<DatasetTable | null> {
    if (!version?.tables.some(({ name }) => name === table)) return null;
    const key = `${version.version}/${table}`;
    const found = this.opened.get(key) ?? (await this.datasets.open(version, table));
    this.opened.set(key, found);
    return found;
  }

  async close(): Promise<void> {
    for (const table of this.opened.values()) await table.close();
  }
}
