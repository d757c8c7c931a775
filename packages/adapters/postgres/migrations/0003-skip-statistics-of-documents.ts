import type { Migration } from './migration.ts';

/** No plan depends on what documents say, and sampling them is most of the work of taking a table's figures. */
export const skipStatisticsOfDocuments: Migration = {
  number: 3,
  name: 'skip-statistics-of-documents',
  statements: [
    'alter table log_entry alter column field_values set statistics 0, alter column hidden set statistics 0',
    'alter table decision alter column document set statistics 0',
    'alter table verdict alter column document set statistics 0',
  ],
};
