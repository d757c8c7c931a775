import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPorts, type Stores } from '@rikuy/engine';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openStores } from './open-stores.ts';

describe('stores in the embedded database', () => {
  const directory = mkdtempSync(join(tmpdir(), 'rikuy-storage-'));
  let stores: Stores;

  beforeAll(async () => {
    stores = await openStores({ directory });
  });

  afterAll(async () => {
    await stores.close();
    rmSync(directory, { recursive: true });
  });

  // oxlint-disable-next-line vitest/expect-expect -- the checks assert
  it.each(checkPorts(() => stores))('$name', ({ run }) => run());
});
