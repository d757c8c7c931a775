import assert from 'node:assert/strict';
import type { PortCheck } from './port-check.ts';
import { assertRefused, bundleOf } from './samples.ts';

export const modelStoreChecks: readonly PortCheck[] = [
  {
    name: 'gives a registered bundle back byte for byte',
    run: async ({ modelStore }, useCase) => {
      const bundle = bundleOf(useCase, 'v-1');
      await modelStore.register(bundle);
      const loaded = await modelStore.load(useCase, 'v-1');
      assert.deepEqual(loaded.manifest, bundle.manifest);
      assert.deepEqual(
        [...loaded.files].map(([name, bytes]) => [name, [...bytes]]),
        [['model.bin', [0, 255, 128, 10, 13]]],
      );
      assert.deepEqual(await modelStore.manifest(useCase, 'v-1'), bundle.manifest);
    },
  },
  {
    name: 'refuses a version that exists and keeps the first',
    run: async ({ modelStore }, useCase) => {
      await modelStore.register(bundleOf(useCase, 'v-1'));
      await assertRefused(modelStore.register(bundleOf(useCase, 'v-1', { seed: 8 })), 'event-conflict');
      assert.equal((await modelStore.manifest(useCase, 'v-1'))?.seed, 7);
    },
  },
  {
    name: 'refuses to load files that do not have the hash that the manifest states',
    run: async ({ modelStore }, useCase) => {
      await modelStore.register(bundleOf(useCase, 'changed', { files: { 'model.bin': '0'.repeat(64) } }));
      const { files } = bundleOf(useCase, 'any').manifest;
      await modelStore.register(bundleOf(useCase, 'missing', { files: { ...files, 'more.bin': 'f' } }));
      await modelStore.register(bundleOf(useCase, 'unstated', { files: {} }));
      await assertRefused(modelStore.load(useCase, 'changed'), 'not-reproducible');
      await assertRefused(modelStore.load(useCase, 'missing'), 'not-reproducible');
      await assertRefused(modelStore.load(useCase, 'unstated'), 'not-reproducible');
    },
  },
  {
    name: 'knows no model that was not registered',
    run: async ({ modelStore }, useCase) => {
      assert.equal(await modelStore.manifest(useCase, 'v-1'), null);
      assert.equal(await modelStore.champion(useCase), null);
      await assertRefused(modelStore.load(useCase, 'v-1'), 'not-found');
      await assertRefused(modelStore.promote(useCase, 'v-1'), 'not-found');
    },
  },
  {
    name: 'retires the champion when another is promoted',
    run: async ({ modelStore }, useCase) => {
      await modelStore.register(bundleOf(useCase, 'v-1'));
      await modelStore.register(bundleOf(useCase, 'v-2'));
      await modelStore.promote(useCase, 'v-1');
      await modelStore.promote(useCase, 'v-2');
      assert.equal((await modelStore.champion(useCase))?.version, 'v-2');
      assert.equal((await modelStore.manifest(useCase, 'v-1'))?.stage, 'retired');
      assert.equal((await modelStore.load(useCase, 'v-2')).manifest.stage, 'champion');
    },
  },
  {
    name: 'keeps the champion when an unknown version is promoted, or the champion itself',
    run: async ({ modelStore }, useCase) => {
      await modelStore.register(bundleOf(useCase, 'v-1'));
      await modelStore.promote(useCase, 'v-1');
      await assertRefused(modelStore.promote(useCase, 'v-9'), 'not-found');
      await modelStore.promote(useCase, 'v-1');
      assert.equal((await modelStore.champion(useCase))?.version, 'v-1');
    },
  },
  {
    name: 'lists the versions of a use case, newest first',
    run: async ({ modelStore }, useCase) => {
      await modelStore.register(bundleOf(useCase, 'z', { createdAt: '2026-03-01T00:00:00.000Z' }));
      await modelStore.register(bundleOf(useCase, 'a', { createdAt: '2026-03-03T00:00:00.000Z' }));
      await modelStore.register(bundleOf(`${useCase}-other`, 'b'));
      const versions = (await modelStore.list(useCase)).map(({ version }) => version);
      assert.deepEqual(versions, ['a', 'z']);
    },
  },
];
