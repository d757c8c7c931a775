// Loads a file into the embedded database and tells each transaction, until it is done or killed.
import { writeSync } from 'node:fs';
import { customs } from '@rikuy/customs';
import { ingestRecords, systemClock } from '@rikuy/engine';
import { openFile } from '@rikuy/files';
import { openStores } from '@rikuy/postgres';

const [directory, file, rejectFolder] = process.argv.slice(2);
const stores = await openStores({ directory });
const report = await ingestRecords(customs, openFile(file), stores, {
  recordType: customs.decides,
  rejectFolder,
  clock: systemClock,
  batch: 100,
  onProgress: ({ step, done }) => {
    if (step === 'entries') writeSync(1, `${done}\n`);
  },
});
await stores.close();
writeSync(1, `report ${JSON.stringify(report)}\n`);
