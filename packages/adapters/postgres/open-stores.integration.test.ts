import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPorts, type Stores } from '@rikuy/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('refuse to look for a text that cannot be stored, as a fault of who asks', async () => {
    await expect(stores.decisionLog.search('any', 'a\0', 5)).rejects.toMatchObject({ code: 'invalid-record' });
    await expect(stores.eventLog.find('any', 'a\0')).rejects.toMatchObject({ code: 'invalid-record' });
  });
});

describe('opening stores', () => {
  it('asks for a place', async () => {
    await expect(openStores({})).rejects.toMatchObject({ code: 'invalid-configuration' });
  });

  it('says that a server does not answer, without its password', async () => {
    const opened = openStores({ url: 'postgres://rikuy:secret@127.0.0.1:1/none' });
    await expect(opened).rejects.toMatchObject({
      code: 'storage-unavailable',
      message: expect.not.stringContaining('secret'),
    });
  });
});
