import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** Argon2id hash of a password, salt and cost included. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { ...cost, message: password, nonce });
  return `argon2id$${cost.memory}$${cost.passes}$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/** Whether the password is the one that was hashed. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [, memory, passes, nonce, tag] = hash.split('$');
  const expected = Buffer.from(tag, 'base64url');
  const found = await derive('argon2id', {
    ...cost,
    memory: Number(memory),
    passes: Number(passes),
    message: password,
    nonce: Buffer.from(nonce, 'base64url'),
  });
  return timingSafeEqual(expected, found);
}
