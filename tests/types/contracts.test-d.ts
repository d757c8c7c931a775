// Held by `tsc`: each line below an expectation must fail to compile, all others must compile.
import { createClient, type QueuePage, type ScoreAnswer } from '@rikuy/contracts';

const client = createClient();

const page: Promise<QueuePage> = client.queue({ params: { useCase: 'customs' }, query: { day: '2026-12-31' } });
const answer: Promise<ScoreAnswer> = client.score({ params: { useCase: 'customs' }, body: { record: { a: 1 } } });
await Promise.all([page, answer, client.whoAmI()]);

// @ts-expect-error a route with parameters cannot be called without
await client.queue();
// @ts-expect-error a status has its values
await client.queue({ params: { useCase: 'customs' }, query: { status: 'lost' } });
// @ts-expect-error a verdict needs its label
await client.giveVerdict({ params: { useCase: 'customs', id: 'a' }, body: { revision: 1 } });
// @ts-expect-error there is no such route
await client.explode();
