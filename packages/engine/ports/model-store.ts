import type { ModelManifest } from '@rikuy/contracts';

/** A registered model: its manifest and its files by name, nothing executable. */
export interface ModelBundle {
  readonly manifest: ModelManifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface ModelStore {
  /** Writes a new version. @throws RikuyError `event-conflict` when the version exists */
  register(bundle: ModelBundle): Promise<void>;
  /** @throws RikuyError `not-found`; `not-reproducible` when a file does not have the hash that the manifest states */
  load(useCase: string, version: string): Promise<ModelBundle>;
  manifest(useCase: string, version: string): Promise<ModelManifest | null>;
  champion(useCase: string): Promise<ModelManifest | null>;
  /** Newest first. */
  list(useCase: string): Promise<readonly ModelManifest[]>;
  /** Makes this version the champion and retires the one before, in one transaction. */
  promote(useCase: string, version: string): Promise<void>;
}
