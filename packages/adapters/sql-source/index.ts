export { openMysqlSource, openPostgresSource } from './query-source.ts';
