import { createHash } from 'node:crypto';

/** The event's draw in [0, 1): fixed by use case, policy and event id, so that a decision can be reproduced. */
export function drawOf(useCase: string, policyVersion: string, eventId: string): number {
  return createHash('sha256').update(`${useCase}\n${policyVersion}\n${eventId}`).digest().readUIntBE(0, 6) / 2 ** 48;
}
