/** What to generate. The same options give the same bytes. */
export interface GenerateOptions {
  readonly seed: number;
  readonly rows: number;
  /** First day, `2026-12-31`. */
  readonly from: string;
  /** The day after the last one; findings of that day and later are not known yet. */
  readonly until: string;
  /** How much the world changes on the way, from 0 to 1. */
  readonly drift?: number;
  /** The part of it to write; absent means all. */
  readonly part?: GeneratedPart;
}

/** History: what happened before the cut, with the findings known by then. Arriving: what comes after, no findings. */
export interface GeneratedPart {
  readonly kind: 'history' | 'arriving';
  /** `2026-12-31`. */
  readonly cut: string;
}

/** Makes synthetic data of a use case, with fraud patterns planted in it; columns that begin with `_` tell them. */
export interface Generator {
  /** Writes the records that are decided to `path`, and those of other types to files beside it. */
  write(path: string, options: GenerateOptions): Promise<GeneratedFiles>;
  /** Days of history that it takes to learn and to judge, where labels come so late that two years are not enough. */
  readonly historyDays?: number;
}

export interface GeneratedFiles {
  /** Of the file of decided records. */
  readonly lines: number;
  readonly others?: readonly GeneratedFile[];
}

export interface GeneratedFile {
  readonly recordType: string;
  readonly path: string;
  readonly lines: number;
}
