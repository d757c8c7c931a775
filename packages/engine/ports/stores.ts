import type { AuditTrail } from './audit-trail.ts';
import type { CaseStore } from './case-store.ts';
import type { DatasetStore } from './dataset-store.ts';
import type { DecisionLog } from './decision-log.ts';
import type { EventLog } from './event-log.ts';
import type { ModelStore } from './model-store.ts';
import type { People } from './people.ts';
import type { SourceLedger } from './source-ledger.ts';

/** Everything that is kept; one database implements all of it, so that transactions can span them. */
export interface Stores {
  readonly eventLog: EventLog;
  readonly decisionLog: DecisionLog;
  readonly caseStore: CaseStore;
  readonly modelStore: ModelStore;
  readonly people: People;
  readonly auditTrail: AuditTrail;
  readonly sourceLedger: SourceLedger;
  /** Dataset versions, files beside the database; where it is absent, models name their range of the log alone. */
  readonly datasets?: DatasetStore;
  /** @throws RikuyError `storage-unavailable` */
  ping(): Promise<void>;
  close(): Promise<void>;
}
