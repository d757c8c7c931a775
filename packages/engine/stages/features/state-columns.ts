/** An array of numbers, as the state of the features consists of. */
export type StateColumn = Float64Array | Int32Array | Uint32Array | Uint16Array;

/** The state of an engine as named arrays; whoever has state writes and reads its own. */
export type StateColumns = Map<string, StateColumn>;

/** A part of the columns whose names begin alike. */
export interface StatePart {
  put(name: string, column: StateColumn): void;
  /** @throws Error when there is none, as of a snapshot of other declarations */
  get(name: string): StateColumn;
  part(name: string): StatePart;
}

export function statePart(columns: StateColumns, prefix = ''): StatePart {
  return {
    put: (name, column) => void columns.set(prefix + name, column),
    get: name => {
      const column = columns.get(prefix + name);
      if (column === undefined) throw new Error(`Expected the column ${prefix}${name} of the features' state.`);
      return column;
    },
    part: name => statePart(columns, `${prefix}${name}/`),
  };
}
