import type { TimeProfile } from '@rikuy/contracts';
import type { DatasetTable } from '../../ports/dataset-store.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Days and months are those of Lima, which is five hours behind UTC all year. */
const zoneOffset = 5 * hour;

type Period = TimeProfile['periods'][number];

/** Rows per period of a column of times, empty periods included; the period fits the span. */
export async function timeProfileOf(table: DatasetTable, column: string, label?: string): Promise<TimeProfile> {
  const { min, max } = await extent(table, column);
  const unit = unitFor(max - min);
  const step = unit === 'hour' ? hour : day;
  const from = floorTo(min, step);
  const bars = Math.max(1, Math.floor((max - from) / step) + 1);
  const counted = await table.histogram(column, { from, to: from + bars * step, bars, label });
  const periods = emptyPeriods({ min, max, unit });
  for (const { bar, ...counts } of counted) addTo(periods, startOf(from + bar * step, unit), counts);
  return { min, max, unit, periods, emptyPeriods: periods.filter(({ rows }) => rows === 0).length };
}

async function extent(table: DatasetTable, column: string): Promise<{ min: number; max: number }> {
  let [min, max] = [Infinity, -Infinity];
  for await (const [times] of table.scan([column]))
    for (const time of times) {
      if (time === null) continue;
      min = Math.min(min, Number(time));
      max = Math.max(max, Number(time));
    }
  return { min, max };
}

function unitFor(span: number): TimeProfile['unit'] {
  if (span <= 3 * day) return 'hour';
  if (span <= 120 * day) return 'day';
  return span <= 3 * 366 * day ? 'week' : 'month';
}

function floorTo(time: number, step: number): number {
  return Math.floor((time - zoneOffset) / step) * step + zoneOffset;
}

function startOf(time: number, unit: TimeProfile['unit']): number {
  if (unit === 'hour') return floorTo(time, hour);
  if (unit === 'day') return floorTo(time, day);
  const local = new Date(time - zoneOffset);
  // Weeks begin on Monday.
  if (unit === 'week') return floorTo(time, day) - ((local.getUTCDay() + 6) % 7) * day;
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) + zoneOffset;
}

function nextAfter(start: number, unit: TimeProfile['unit']): number {
  if (unit === 'hour') return start + hour;
  if (unit === 'day') return start + day;
  if (unit === 'week') return start + 7 * day;
  return startOf(start + 32 * day, 'month');
}

function emptyPeriods({ min, max, unit }: Pick<TimeProfile, 'min' | 'max' | 'unit'>): Period[] {
  const periods: Period[] = [];
  for (let from = startOf(min, unit); from <= max; from = nextAfter(from, unit))
    periods.push({ from, rows: 0, labelled: 0, positives: 0 });
  return periods;
}

function addTo(periods: Period[], from: number, counts: Omit<Period, 'from'>): void {
  const at = periods.findIndex(period => period.from === from);
  const period = periods[at];
  periods[at] = {
    from,
    rows: period.rows + counts.rows,
    labelled: period.labelled + counts.labelled,
    positives: period.positives + counts.positives,
  };
}
