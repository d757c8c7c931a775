import type { Stores } from '../stores.ts';
import { MemoryAuditTrail } from './memory-audit-trail.ts';
import { MemoryCaseStore } from './memory-case-store.ts';
import { MemoryDecisionLog } from './memory-decision-log.ts';
import { MemoryEventLog } from './memory-event-log.ts';
import { MemoryModelStore } from './memory-model-store.ts';
import { MemoryPeople } from './memory-people.ts';
import { MemorySourceLedger } from './memory-source-ledger.ts';
import { UseCaseLedger } from './use-case-ledger.ts';

/**
 * Everything that is kept, in memory: for tests and trials. It passes the same checks as the databases and is gone
 * with the process.
 *
 * ```ts
 * const stores = createMemoryStores();
 * await stores.eventLog.append(entries);
 * ```
 */
export function createMemoryStores(): Stores {
  const ledgers = new Map<string, UseCaseLedger>();
  const ledgerOf = (useCase: string): UseCaseLedger => {
    const ledger = ledgers.get(useCase) ?? new UseCaseLedger();
    ledgers.set(useCase, ledger);
    return ledger;
  };
  return {
    eventLog: new MemoryEventLog(ledgerOf),
    decisionLog: new MemoryDecisionLog(ledgerOf),
    caseStore: new MemoryCaseStore(ledgerOf),
    modelStore: new MemoryModelStore(),
    people: new MemoryPeople(),
    auditTrail: new MemoryAuditTrail(),
    sourceLedger: new MemorySourceLedger(),
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
