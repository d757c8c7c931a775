import { createHash } from 'node:crypto';
import { type Role, roles } from '@rikuy/contracts';
import type { People } from '@rikuy/engine';

/** The header that calls as a machine of this role, once `saveApiKeys` has made its key. */
export function asRole(role: Role): { readonly authorization: string } {
  return { authorization: `Bearer ${keyOf(role)}` };
}

/** One key for each role. */
export async function saveApiKeys(people: People): Promise<void> {
  for (const role of roles) {
    const keyHash = createHash('sha256').update(keyOf(role)).digest('hex');
    await people.saveApiKey({ keyHash, name: `machine of ${role}`, role, expiresAt: null });
  }
}

function keyOf(role: Role): string {
  return `key-of-${role}-0123456789abcdef`;
}
