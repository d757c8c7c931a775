/** A part of the generated data: a file of the records that are decided, and those of other types by type. */
export interface SeedingFiles {
  readonly decided: string;
  readonly others: readonly { readonly recordType: string; readonly path: string }[];
}
