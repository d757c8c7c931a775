import type { Handlers } from '../bind-routes.ts';
import type { Bench } from './bench.ts';

type Own = Pick<Handlers, 'live' | 'ready'>;

export function healthHandlers({ platform }: Bench): Own {
  return {
    live: async () => ({ status: 'ok' }),
    ready: async () => {
      await platform.stores.ping();
      const states = await Promise.all(platform.useCases.map(({ id }) => stateOf(platform, id)));
      return { status: 'ok', useCases: Object.fromEntries(states) };
    },
  };
}

async function stateOf(
  { stores, inService }: Bench['platform'],
  id: string,
): Promise<[string, { events: number; model: string | null }]> {
  const [{ live }, extent] = await Promise.all([inService(id), stores.eventLog.extent(id)]);
  live.features();
  return [id, { events: extent.events, model: live.championVersion }];
}
