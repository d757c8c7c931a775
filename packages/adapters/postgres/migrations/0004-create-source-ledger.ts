import type { Migration } from './migration.ts';

export const createSourceLedger: Migration = {
  number: 4,
  name: 'create-source-ledger',
  statements: [
    `create table source_state (
      source text collate "C" primary key,
      cursor json not null default 'null',
      portions bigint not null default 0,
      holder_token text,
      holder_host text,
      holder_pid bigint,
      held_since bigint,
      held_until bigint
    )`,
    `create table source_load (
      load_id text collate "C" primary key,
      source text collate "C" not null,
      position bigint generated always as identity,
      state text not null check (state in ('running', 'done', 'failed')),
      document json not null
    )`,
    'create index source_load_newest on source_load (source, position desc)',
  ],
};
