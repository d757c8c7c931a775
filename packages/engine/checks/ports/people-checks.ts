import assert from 'node:assert/strict';
import type { StoredUser } from '../../ports/people.ts';
import type { PortCheck } from './port-check.ts';

export const peopleChecks: readonly PortCheck[] = [
  {
    name: 'keeps a user and lists people without their password hashes',
    run: async ({ people }, useCase) => {
      const user = userOf(useCase);
      await people.save(user);
      await people.save({ ...user, office: 'north' });
      assert.deepEqual(await people.find(user.id), { ...user, office: 'north' });
      assert.equal(await people.find('nobody'), null);
      const listed = (await people.list()).filter(({ id }) => id === user.id);
      assert.deepEqual(listed, [{ id: user.id, name: user.name, role: 'officer', office: 'north' }]);
    },
  },
  {
    name: 'knows the user of a session until it expires or is closed',
    run: async ({ people }, useCase) => {
      const { passwordHash: _secret, ...user } = userOf(useCase);
      await people.save(userOf(useCase));
      const tokenHash = `token-${useCase}`;
      await people.openSession({ tokenHash, userId: user.id, expiresAt: 100 });
      assert.deepEqual(await people.sessionUser(tokenHash, 99), user);
      assert.equal(await people.sessionUser(tokenHash, 100), null);
      assert.equal(await people.sessionUser('another', 99), null);
      await people.closeSession(tokenHash);
      assert.equal(await people.sessionUser(tokenHash, 99), null);
    },
  },
  {
    name: 'knows the machine behind an API key until the key expires',
    run: async ({ people }, useCase) => {
      const keyHash = `key-${useCase}`;
      await people.saveApiKey({ keyHash, name: 'port system', role: 'merchant', expiresAt: 100 });
      const machine = { id: 'api-key:port system', name: 'port system', role: 'merchant', office: null };
      assert.deepEqual(await people.apiKeyUser(keyHash, 99), machine);
      assert.equal(await people.apiKeyUser(keyHash, 100), null);
      assert.equal(await people.apiKeyUser('another', 99), null);
      await people.saveApiKey({ keyHash, name: 'port system', role: 'merchant', expiresAt: null });
      assert.deepEqual(await people.apiKeyUser(keyHash, Number.MAX_SAFE_INTEGER), machine);
    },
  },
];

function userOf(useCase: string): StoredUser {
  return { id: `user-${useCase}`, name: 'Rosa Quispe', role: 'officer', office: null, passwordHash: '$argon2id$x' };
}
