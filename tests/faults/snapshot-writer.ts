// Writes dataset versions one after another until it is killed; tells each that is published.
import { openDatasetStore } from '@rikuy/files';
import { createMemoryStores, systemClock, takeSnapshot } from '@rikuy/engine';
import { customs } from '@rikuy/customs';
import { declareCustoms } from '../support/trained-customs.ts';

const [folder] = process.argv.slice(2);
const stores = createMemoryStores();
await declareCustoms(stores, 2000);
const datasets = openDatasetStore(folder);
const { lastSequence } = await stores.eventLog.extent(customs.id);
for (let toSequence = lastSequence - 300; toSequence <= lastSequence; toSequence++) {
  const options = { clock: systemClock, by: 'test', toSequence };
  const { version } = await takeSnapshot(customs, { eventLog: stores.eventLog, datasets }, options);
  process.stdout.write(`${version}\n`);
}
