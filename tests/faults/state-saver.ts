// Saves ever larger snapshots of a stream's features into a folder, one after the other, until it is killed; says when
// one has been saved.
import { createFeatureEngine, saveFeatures } from '@rikuy/engine';
import { fileSnapshots } from '@rikuy/files';
import { stream, streamCase } from '../flow/stream-case.ts';

const snapshots = fileSnapshots(process.argv[2]);
const engine = createFeatureEngine(streamCase);
for (const [i, entry] of stream(1, 20_000).entries()) {
  engine.take(entry);
  if (i % 50 !== 49) continue;
  await saveFeatures(streamCase, { engine, position: { knownAt: entry.knownAt, sequence: i + 1 } }, snapshots);
  process.send!(i + 1);
}
