import { createStores } from './0001-create-stores.ts';
import { writeDecisions } from './0002-write-decisions.ts';
import { skipStatisticsOfDocuments } from './0003-skip-statistics-of-documents.ts';
import { createSourceLedger } from './0004-create-source-ledger.ts';
import type { Migration } from './migration.ts';

/** Every migration, in order. Append new ones; never change or remove one. */
export const allMigrations: readonly Migration[] = [
  createStores,
  writeDecisions,
  skipStatisticsOfDocuments,
  createSourceLedger,
];
