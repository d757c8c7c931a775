// Trains on a data folder and puts the model in force, telling each step; then ends, or waits to be killed.
import { writeSync } from 'node:fs';
import { customs } from '@rikuy/customs';
import { systemClock, trainModel } from '@rikuy/engine';
import { openPlatform, readConfiguration } from '@rikuy/runtime';

const [folder, afterwards] = process.argv.slice(2);
const { stores, close } = await openPlatform({ ...readConfiguration({}), RIKUY_DATA_DIR: folder });
let step = '';
const tell = (next: string): void => {
  if (next !== step) writeSync(1, `${next}\n`);
  step = next;
};
const { version } = await trainModel(customs, stores, systemClock, {
  seed: 3,
  threads: 2,
  by: 'test',
  codeVersion: 'test',
  onProgress: progress => tell(progress.step),
});
tell('registered');
await stores.modelStore.promote(customs.id, version);
tell('promoted');
if (afterwards === 'end') await close();
