import type { Handlers } from '../bind-routes.ts';
import type { Bench } from './bench.ts';

type Own = Pick<Handlers, 'signIn' | 'whoAmI' | 'signOut' | 'demoUsers'>;

/** The user that the demo signs in by itself. */
const demoUser = 'oficial';

export function sessionHandlers({ platform, sessions }: Bench): Own {
  const { stores, configuration } = platform;
  return {
    signIn: ({ body, reply }) => sessions.signIn(body.user, body.password, reply),
    whoAmI: async ({ request, reply }) => {
      const user = await sessions.whoIs(request);
      if (user) return sessions.sessionOf(user);
      if (!configuration.RIKUY_DEMO || sessions.hasSignedOut(request)) return null;
      const seeded = await stores.people.find(demoUser);
      return seeded ? sessions.signIn(seeded.id, '', reply) : null;
    },
    signOut: async ({ request, reply }) => {
      await sessions.signOut(request, reply);
      return null;
    },
    demoUsers: async () => (configuration.RIKUY_DEMO ? [...(await stores.people.list())] : []),
  };
}
