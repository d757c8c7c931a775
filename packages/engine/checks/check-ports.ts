import type { Stores } from '../ports/stores.ts';
import { auditTrailChecks } from './ports/audit-trail-checks.ts';
import { caseStoreChecks } from './ports/case-store-checks.ts';
import { decisionLogChecks } from './ports/decision-log-checks.ts';
import { eventLogChecks } from './ports/event-log-checks.ts';
import { modelStoreChecks } from './ports/model-store-checks.ts';
import { peopleChecks } from './ports/people-checks.ts';
import { sourceLedgerChecks } from './ports/source-ledger-checks.ts';
import type { PortCheck } from './ports/port-check.ts';

/** The promises of every port in `Stores`, by port. */
export const portChecks: Readonly<Record<string, readonly PortCheck[]>> = {
  eventLog: eventLogChecks,
  decisionLog: decisionLogChecks,
  caseStore: caseStoreChecks,
  modelStore: modelStoreChecks,
  people: peopleChecks,
  auditTrail: auditTrailChecks,
  sourceLedger: sourceLedgerChecks,
};

/** One check with the stores filled in, ready for any test runner. */
export interface ReadyCheck {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/**
 * The conformance suite of an implementation of the stores.
 *
 * ```ts
 * describe('memory stores', () => {
 *   for (const check of checkPorts(() => stores)) it(check.name, check.run);
 * });
 * ```
 *
 * @param stores gives the stores to check when a check runs; all checks may share one
 */
export function checkPorts(stores: () => Stores): readonly ReadyCheck[] {
  return Object.entries(portChecks).flatMap(([port, checks]) =>
    checks.map(({ name, run }, index) => ({
      name: `${port} ${name}`,
      run: () => run(stores(), `check-${port}-${index}`),
    })),
  );
}
