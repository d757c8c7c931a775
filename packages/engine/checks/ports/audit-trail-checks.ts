import assert from 'node:assert/strict';
import { verifyChain } from '../../ports/audit-chain.ts';
import type { AuditEntry } from '../../ports/audit-trail.ts';
import type { PortCheck } from './port-check.ts';
import { collect } from './samples.ts';

export const auditTrailChecks: readonly PortCheck[] = [
  {
    name: 'gives entries back in order, with positions that leave no gap',
    run: async ({ auditTrail }, useCase) => {
      const first = entryOf(useCase, 'case-1');
      const second = { ...entryOf(useCase, 'case-2'), useCase: null, detail: {} };
      await auditTrail.append(first);
      await auditTrail.append(second);
      const stored = (await collect(auditTrail.read())).slice(-2);
      assert.deepEqual(
        stored.map(({ position: _position, hash: _hash, ...entry }) => entry),
        [first, second],
      );
      assert.equal(stored[1].position, stored[0].position + 1);
    },
  },
  {
    name: 'chains entries, also those appended in the same turn',
    run: async ({ auditTrail }, useCase) => {
      const subjects = Array.from({ length: 30 }, (_, index) => `case-${index}`);
      await Promise.all(subjects.map(subject => auditTrail.append(entryOf(useCase, subject))));
      const report = await verifyChain(auditTrail.read());
      assert.equal(report.intact, true);
      const stored = (await collect(auditTrail.read())).filter(entry => entry.useCase === useCase);
      assert.deepEqual(
        stored.map(({ subject }) => subject),
        subjects,
      );
    },
  },
];

function entryOf(useCase: string, subject: string): AuditEntry {
  return { at: 5, actor: 'user-1', action: 'verdict.given', useCase, subject, detail: { label: 1, b: 0.1, a: null } };
}
