// One of several servers that share the features of a use case: a child process that is sent entries and answers them
// with place and vector. `take` gives entries their places; `save` keeps a snapshot in the order.
import type { LogEntry } from '@rikuy/engine';
import { openSharedFeatures } from '@rikuy/engine';
import { openRedisOrder } from '@rikuy/redis';
import { streamCase } from './stream-case.ts';

export type ServerRequest =
  | { readonly kind: 'take'; readonly id: number; readonly entries: readonly LogEntry[] }
  | { readonly kind: 'save'; readonly id: number };

const order = await openRedisOrder({ url: process.argv[2], useCase: streamCase.id, timeoutMs: 30_000 });
const features = await openSharedFeatures(streamCase, order);

process.on('message', (request: ServerRequest) => {
  const answer = request.kind === 'take' ? features.take(request.entries) : features.save().then(() => []);
  answer.then(
    taken => process.send!({ id: request.id, taken }),
    (error: unknown) => process.send!({ id: request.id, error: String(error) }),
  );
});
// Whoever started it may have failed.
process.on('disconnect', () => process.exit());
process.send!({ id: 0, place: features.place });
