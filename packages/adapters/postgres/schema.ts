import type { SourceCursor, SourceLoad } from '@rikuy/engine';
import type { CaseFile, Decision, Role, Verdict } from '@rikuy/contracts';
import type { Generated, JSONColumnType } from 'kysely';

/** The tables as the newest migration leaves them. Times are epoch milliseconds. */
export interface Schema {
  log_head: LogHeadTable;
  log_entry: LogEntryTable;
  load: LoadTable;
  decision: DecisionTable;
  outcome_count: OutcomeCountTable;
  case_file: CaseFileTable;
  verdict: VerdictTable;
  queue_count: QueueCountTable;
  model: ModelTable;
  model_file: ModelFileTable;
  person: PersonTable;
  session: SessionTable;
  api_key: ApiKeyTable;
  audit_entry: AuditEntryTable;
  source_state: SourceStateTable;
  source_load: SourceLoadTable;
  schema_migration: SchemaMigrationTable;
}

/** One row a use case: the end of its log and what its extent is told from. Whoever appends locks it. */
export interface LogHeadTable {
  use_case: string;
  last_sequence: number;
  /** When the event of the latest decision became known. */
  decided_known_at: number | null;
  events: number;
  labels: number;
  last_event_time: number | null;
}

export interface LogEntryTable {
  use_case: string;
  sequence: number;
  kind: 'record' | 'label';
  record_type: string;
  event_id: string;
  event_time: number;
  known_at: number;
  field_values: Json;
  hidden: Json | null;
  entity: string | null;
  peer_group: string | null;
}

export interface LoadTable {
  load_id: string;
  use_case: string;
  position: number;
  report: Json;
}

export interface DecisionTable {
  use_case: string;
  id: string;
  event_id: string;
  sequence: number;
  event_time: number;
  decided_at: number;
  outcome: string;
  entity: string | null;
  case_id: string | null;
  /** The decision without its sequence. */
  document: Json;
}

export interface OutcomeCountTable {
  use_case: string;
  outcome: string;
  decisions: number;
}

export interface CaseFileTable {
  use_case: string;
  id: string;
  decision_id: string;
  event_id: string;
  entity: string | null;
  day: string;
  office: string;
  outcome: string;
  expected_value: number;
  status: CaseFile['status'];
  assignee: string | null;
  revision: number;
  /** The newest verdict's. */
  label: Verdict['label'] | null;
}

export interface VerdictTable {
  use_case: string;
  case_id: string;
  position: number;
  document: Json;
}

/** What `case_file` holds by day, office and outcome, kept in step by every change. */
export interface QueueCountTable {
  use_case: string;
  day: string;
  office: string;
  outcome: string;
  cases: number;
  claimed: number;
  closed: number;
  confirmed: number;
  recovered: number;
  expected_value: number;
}

export interface ModelTable {
  use_case: string;
  version: string;
  stage: string;
  created_at: string;
  manifest: Json;
}

export interface ModelFileTable {
  use_case: string;
  version: string;
  name: string;
  content: Uint8Array;
}

export interface PersonTable {
  id: string;
  name: string;
  role: Role;
  office: string | null;
  password_hash: string | null;
}

export interface SessionTable {
  token_hash: string;
  person_id: string;
  expires_at: number;
}

export interface ApiKeyTable {
  key_hash: string;
  name: string;
  role: Role;
  expires_at: number | null;
}

export interface AuditEntryTable {
  position: number;
  at: number;
  actor: string;
  action: string;
  use_case: string | null;
  subject: string;
  detail: Json;
  hash: string;
}

/** One row a source: how far it has been loaded, and who loads it. */
export interface SourceStateTable {
  source: string;
  cursor: Generated<SourceCursor | null>;
  portions: Generated<number>;
  holder_token: string | null;
  holder_host: string | null;
  holder_pid: number | null;
  held_since: number | null;
  held_until: number | null;
}

export interface SourceLoadTable {
  load_id: string;
  source: string;
  position: Generated<number>;
  state: SourceLoad['state'];
  document: Json;
}

export interface SchemaMigrationTable {
  number: number;
  name: string;
  sha256: string;
  applied_at: number;
}

/** Written as JSON text, read as what it says. */
type Json = JSONColumnType<object>;

/** A decision as `decision.document` holds it. */
export type DecisionDocument = Omit<Decision, 'sequence'>;
