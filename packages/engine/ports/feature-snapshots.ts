/**
 * Where the state of a use case's features is kept, so that a start reads the newest and the tail of the log instead of
 * the whole log. A snapshot can always be made again from the log: losing one costs time, nothing else.
 */
export interface FeatureSnapshots {
  /** The one saved last; null where there is none. */
  load(useCase: string): Promise<Uint8Array | null>;
  /** Replaces the one before, all or nothing: whoever dies while saving leaves the one before. */
  save(useCase: string, snapshot: Uint8Array): Promise<void>;
}
