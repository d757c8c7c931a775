// Loads one file into a new embedded database and tells what it took: the process that large-csv watches.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { customs } from '@rikuy/customs';
import { ingestRecords, systemClock } from '@rikuy/engine';
import { openFile } from '@rikuy/files';
import { openStores } from '@rikuy/postgres';

export interface LargeLoad {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  /** Records in the log afterwards. */
  readonly events: number;
  readonly milliseconds: number;
  readonly peakMegabytes: number;
  readonly databaseBytes: number;
}

const [folder, path] = process.argv.slice(2);
const directory = join(folder, 'database');
const stores = await openStores({ directory });
const started = performance.now();
let said = started;
const { read, accepted, rejected, duplicates } = await ingestRecords(customs, openFile(path), stores, {
  recordType: customs.decides,
  rejectFolder: join(folder, 'rejects'),
  clock: systemClock,
  onProgress: ({ step, done, total }) => {
    if (performance.now() - said < 30_000) return;
    said = performance.now();
    const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
    process.stderr.write(`${Math.round((said - started) / 1000)} s: ${step} ${done}/${total}, ${megabytes} MB\n`);
  },
});
const milliseconds = performance.now() - started;
const { events } = await stores.eventLog.extent(customs.id);
await stores.close();
const load: LargeLoad = {
  read,
  accepted,
  rejected,
  duplicates,
  events,
  milliseconds,
  // Of the whole process, the database's thread included.
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  databaseBytes: await sizeOf(directory),
};
console.log(JSON.stringify(load));

async function sizeOf(place: string): Promise<number> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => stat(join(entry.parentPath, entry.name)));
  return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0);
}
