import type { Migration } from './migration.ts';

// Names are compared by their bytes (`collate "C"`), so that a prefix is a range of an index.
export const createStores: Migration = {
  number: 1,
  name: 'create-stores',
  statements: [
    `create table log_head (
      use_case text collate "C" primary key,
      last_sequence bigint not null default 0,
      decided_known_at bigint,
      events bigint not null default 0,
      labels bigint not null default 0,
      last_event_time bigint
    )`,
    `create table log_entry (
      use_case text collate "C" not null,
      sequence bigint not null,
      kind text not null check (kind in ('record', 'label')),
      record_type text not null,
      event_id text collate "C" not null,
      event_time bigint not null,
      known_at bigint not null,
      field_values jsonb not null,
      hidden jsonb,
      entity text collate "C",
      peer_group text collate "C",
      constraint log_entry_key primary key (use_case, known_at, sequence)
    )`,
    `create unique index log_entry_record on log_entry (use_case, event_id) where kind = 'record'`,
    `create index log_entry_label on log_entry (use_case, event_id, known_at, sequence) where kind = 'label'`,
    `create index log_entry_entity on log_entry (use_case, entity, known_at, sequence)
      where kind = 'record' and entity is not null`,
    `create index log_entry_peers on log_entry (use_case, peer_group, known_at, sequence)
      where kind = 'record' and peer_group is not null`,
    `create table load (
      load_id text collate "C" primary key,
      use_case text collate "C" not null,
      position bigint generated always as identity,
      report jsonb not null
    )`,
    `create table decision (
      use_case text collate "C" not null,
      id text collate "C" not null,
      event_id text collate "C" not null,
      sequence bigint not null,
      event_time bigint not null,
      decided_at bigint not null,
      outcome text collate "C" not null,
      entity text collate "C",
      case_id text collate "C",
      document jsonb not null,
      constraint decision_key primary key (use_case, id),
      constraint decision_event unique (use_case, event_id),
      constraint decision_sequence unique (use_case, sequence)
    )`,
    `create index decision_entity on decision (use_case, entity, sequence) where entity is not null`,
    `create index decision_case on decision (use_case, case_id) where case_id is not null`,
    `create table outcome_count (
      use_case text collate "C" not null,
      outcome text collate "C" not null,
      decisions bigint not null,
      primary key (use_case, outcome)
    )`,
    `create table case_file (
      use_case text collate "C" not null,
      id text collate "C" not null,
      decision_id text collate "C" not null,
      event_id text collate "C" not null,
      entity text collate "C",
      day text collate "C" not null,
      office text collate "C" not null,
      outcome text collate "C" not null,
      expected_value double precision not null,
      status text not null default 'open' check (status in ('open', 'claimed', 'closed')),
      assignee text,
      revision integer not null default 1,
      label smallint check (label in (0, 1)),
      constraint case_file_key primary key (use_case, id),
      constraint case_file_decision unique (use_case, decision_id)
    )`,
    `create index case_file_queue on case_file (use_case, day, office, outcome, expected_value desc, id)`,
    `create index case_file_event on case_file (use_case, event_id)`,
    `create index case_file_entity on case_file (use_case, entity) where entity is not null`,
    `create table verdict (
      use_case text collate "C" not null,
      case_id text collate "C" not null,
      position integer not null,
      document jsonb not null,
      primary key (use_case, case_id, position)
    )`,
    `create table queue_count (
      use_case text collate "C" not null,
      day text collate "C" not null,
      office text collate "C" not null,
      outcome text collate "C" not null,
      cases bigint not null,
      claimed bigint not null default 0,
      closed bigint not null default 0,
      confirmed bigint not null default 0,
      recovered numeric not null default 0,
      expected_value numeric not null,
      primary key (use_case, day, office, outcome)
    )`,
    `create table model (
      use_case text collate "C" not null,
      version text collate "C" not null,
      stage text not null,
      created_at text collate "C" not null,
      manifest json not null,
      constraint model_key primary key (use_case, version)
    )`,
    `create unique index model_champion on model (use_case) where stage = 'champion'`,
    `create table model_file (
      use_case text collate "C" not null,
      version text collate "C" not null,
      name text not null,
      content bytea not null,
      primary key (use_case, version, name)
    )`,
    `create table person (
      id text collate "C" primary key,
      name text not null,
      role text not null,
      office text,
      password_hash text
    )`,
    `create table session (
      token_hash text collate "C" primary key,
      person_id text collate "C" not null,
      expires_at bigint not null
    )`,
    `create table api_key (
      key_hash text collate "C" primary key,
      name text not null,
      role text not null,
      expires_at bigint
    )`,
    `create table audit_entry (
      position bigint primary key,
      at bigint not null,
      actor text not null,
      action text not null,
      use_case text,
      subject text not null,
      detail json not null,
      hash text not null
    )`,
  ],
};
