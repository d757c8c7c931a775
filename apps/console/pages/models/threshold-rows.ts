/** The manifest writes infinity, which JSON cannot, as the largest number. */
export const unreachable = 1e300;

export interface ThresholdRow {
  /** `rojo/118` */
  readonly of: string;
  readonly values: Readonly<Record<string, number>>;
}

/** Thresholds named `rojo/118/from` as one row for each `rojo/118`. */
export function thresholdRows(thresholds: Readonly<Record<string, number>>): readonly ThresholdRow[] {
  const groups = Map.groupBy(Object.entries(thresholds), ([name]) => name.split('/').slice(0, -1).join('/'));
  return [...groups].map(([of, entries]) => ({
    of,
    values: Object.fromEntries(entries.map(([name, value]) => [name.split('/').at(-1) ?? name, value])),
  }));
}
