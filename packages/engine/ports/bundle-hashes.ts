import { createHash } from 'node:crypto';
import { RikuyError } from '@rikuy/contracts';
import type { ModelBundle } from './model-store.ts';

/**
 * Gives the bundle back if its files are exactly those that the manifest states, byte for byte.
 * @throws RikuyError `not-reproducible` that names the file which is missing, changed or not stated
 */
export function requireStatedFiles(bundle: ModelBundle): ModelBundle {
  const { manifest, files } = bundle;
  for (const [name, stated] of Object.entries(manifest.files)) {
    const bytes = files.get(name);
    if (!bytes) throw damaged(bundle, `its file "${name}" is missing`);
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== stated) throw damaged(bundle, `"${name}" should have SHA-256 ${stated} but has ${found}`);
  }
  for (const name of files.keys()) {
    if (!(name in manifest.files)) throw damaged(bundle, `the manifest does not state its file "${name}"`);
  }
  return bundle;
}

function damaged({ manifest }: ModelBundle, problem: string): RikuyError {
  return new RikuyError(
    'not-reproducible',
    `Model ${manifest.version} of ${manifest.useCase} is not what was registered: ${problem}. Restore it from a backup or train it again.`,
  );
}
