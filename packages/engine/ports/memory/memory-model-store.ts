import type { ModelManifest } from '@rikuy/contracts';
import { requireStatedFiles } from '../bundle-hashes.ts';
import type { ModelBundle, ModelStore } from '../model-store.ts';
import { modelExists, modelNotFound } from '../refusals.ts';
import { storedCopy } from './copy.ts';

export class MemoryModelStore implements ModelStore {
  private readonly bundles = new Map<string, ModelBundle>();

  async register({ manifest, files }: ModelBundle): Promise<void> {
    const key = keyOf(manifest.useCase, manifest.version);
    if (this.bundles.has(key)) throw modelExists(manifest.useCase, manifest.version);
    this.bundles.set(key, { manifest: storedCopy(manifest), files: copyFiles(files) });
  }

  async load(useCase: string, version: string): Promise<ModelBundle> {
    const { manifest, files } = this.bundleOf(useCase, version);
    return requireStatedFiles({ manifest: storedCopy(manifest), files: copyFiles(files) });
  }

  async manifest(useCase: string, version: string): Promise<ModelManifest | null> {
    const found = this.bundles.get(keyOf(useCase, version));
    return found ? storedCopy(found.manifest) : null;
  }

  async champion(useCase: string): Promise<ModelManifest | null> {
    const manifests = await this.list(useCase);
    return manifests.find(({ stage }) => stage === 'champion') ?? null;
  }

  async list(useCase: string): Promise<readonly ModelManifest[]> {
    return [...this.bundles.values()]
      .map(({ manifest }) => storedCopy(manifest))
      .filter(manifest => manifest.useCase === useCase)
      .sort(newestFirst);
  }

  async promote(useCase: string, version: string): Promise<void> {
    this.bundleOf(useCase, version);
    const before = await this.champion(useCase);
    if (before) this.setStage(before, 'retired');
    this.setStage({ useCase, version }, 'champion');
  }

  private bundleOf(useCase: string, version: string): ModelBundle {
    const found = this.bundles.get(keyOf(useCase, version));
    if (!found) throw modelNotFound(useCase, version);
    return found;
  }

  private setStage({ useCase, version }: { useCase: string; version: string }, stage: ModelManifest['stage']): void {
    const { manifest, files } = this.bundleOf(useCase, version);
    this.bundles.set(keyOf(useCase, version), { manifest: { ...manifest, stage }, files });
  }
}

function keyOf(useCase: string, version: string): string {
  return JSON.stringify([useCase, version]);
}

function copyFiles(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map([...files].map(([name, bytes]) => [name, bytes.slice()]));
}

function newestFirst(a: ModelManifest, b: ModelManifest): number {
  if (a.createdAt !== b.createdAt) return a.createdAt > b.createdAt ? -1 : 1;
  return a.version > b.version ? -1 : 1;
}
