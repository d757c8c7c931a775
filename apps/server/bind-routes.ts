import {
  type Permission,
  permissionsOf,
  RikuyError,
  type Route,
  type RouteName,
  type Routes,
  routes,
  type User,
} from '@rikuy/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { z } from 'zod';
import { languageOf, parsePart } from './problems.ts';

type Parsed<R extends Route, Part extends 'params' | 'query' | 'body'> = R extends {
  [K in Part]: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;

/** A request whose parts have passed their schemas, and who makes it. */
export interface Call<R extends Route> {
  readonly params: Parsed<R, 'params'>;
  readonly query: Parsed<R, 'query'>;
  readonly body: Parsed<R, 'body'>;
  /** Whoever is signed in; null on a route that asks for no permission, which never looks. */
  readonly user: User | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Handler<R extends Route> = (call: Call<R>) => Promise<z.input<R['answer']>>;

/** One handler per route of the contract; a missing or superfluous one does not compile. */
export type Handlers = { readonly [Name in RouteName]: Handler<Routes[Name]> };

type WhoIs = (request: FastifyRequest) => Promise<User | null>;

/** Puts every route of the contract on the server. */
export function bindRoutes(app: FastifyInstance, handlers: Handlers, whoIs: WhoIs): void {
  for (const [name, declared] of Object.entries(routes) as [RouteName, Route][]) {
    const handle = handlers[name] as unknown as Handler<Route>;
    app.route({
      method: declared.method,
      url: declared.path,
      config: limitsOf(declared),
      handler: async (request, reply) => {
        const user = await authorised(declared, request, whoIs);
        const language = languageOf(request.headers['accept-language']);
        const answer = await handle({
          params: parsePart(declared.params, request.params, language),
          query: parsePart(declared.query, request.query, language),
          body: parsePart(declared.body, request.body, language),
          user,
          request,
          reply,
        } as Call<Route>);
        return answer === null ? reply.type('application/json').send('null') : answer;
      },
    });
  }
}

const triesPerMinute = 10;

/** Whoever guesses passwords has to be slow; every other route is free, scoring above all. */
function limitsOf({ errors }: Route): RouteShorthandOptions['config'] {
  return errors.includes('too-many-requests') ? { rateLimit: { max: triesPerMinute, timeWindow: '1 minute' } } : {};
}

async function authorised({ permission }: Route, request: FastifyRequest, whoIs: WhoIs): Promise<User | null> {
  if (permission === null) return null;
  const user = await whoIs(request);
  if (!user) throw new RikuyError('not-signed-in', 'Sign in first, or send an API key as `Authorization: Bearer …`.');
  if (permission !== 'signed-in' && !may(user, permission)) {
    throw new RikuyError(
      'not-permitted',
      `The role ${user.role} may not do this; it takes the permission ${permission}.`,
    );
  }
  return user;
}

function may(user: User, permission: Permission): boolean {
  return permissionsOf[user.role].includes(permission);
}
