import type { Handlers } from '../bind-routes.ts';
import type { Bench } from './bench.ts';

type Own = Pick<Handlers, 'live' | 'ready'>;

export function healthHandlers(bench: Bench): Own {
  const { platform } = bench;
  return {
    live: async () => ({ status: 'ok' }),
    ready: async () => {
      await platform.stores.ping();
      const states = await Promise.all(platform.useCases.map(({ id }) => stateOf(bench, id)));
      return { status: 'ok', useCases: Object.fromEntries(states) };
    },
  };
}

/** @throws RikuyError `not-ready` while the state is being read */
async function stateOf(
  { platform, services }: Bench,
  id: string,
): Promise<[string, { events: number; model: string | null }]> {
  const { live } = services.of(id);
  live.features();
  const { events } = await platform.stores.eventLog.extent(id);
  return [id, { events, model: live.championVersion }];
}
