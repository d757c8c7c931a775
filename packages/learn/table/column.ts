/** A column of numbers; NaN is missing. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array | Float32Array;
}

/** A column of categories: `levels[codes[i]]`; code −1 is missing. Levels are distinct. */
export interface CategoryColumn {
  readonly kind: 'category';
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** A column of instants in epoch milliseconds; NaN is missing. */
export interface TimeColumn {
  readonly kind: 'time';
  readonly values: Float64Array;
}

export type Column = NumberColumn | CategoryColumn | TimeColumn;

/** A number column of these values. */
export function numbers(values: ArrayLike<number>): NumberColumn {
  const typed = values instanceof Float64Array || values instanceof Float32Array;
  return { kind: 'number', values: typed ? values : Float64Array.from(values) };
}

/** A category column of these values, levels in order of first appearance; `null`, `undefined` and `''` are missing. */
export function categories(values: readonly (string | null | undefined)[]): CategoryColumn {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(values, value => {
    if (value === null || value === undefined || value === '') return -1;
    const known = codeOf.get(value);
    if (known !== undefined) return known;
    codeOf.set(value, codeOf.size);
    return codeOf.size - 1;
  });
  return { kind: 'category', codes, levels: [...codeOf.keys()] };
}

/** A time column of these epoch milliseconds. */
export function times(values: ArrayLike<number>): TimeColumn {
  return { kind: 'time', values: values instanceof Float64Array ? values : Float64Array.from(values) };
}

export function columnLength(column: Column): number {
  return column.kind === 'category' ? column.codes.length : column.values.length;
}
