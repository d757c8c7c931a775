import {
  type Permission,
  RikuyError,
  type Route,
  type RouteName,
  type Routes,
  permissionsOf,
  routes,
  type User,
} from '@rikuy/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { invalidRequest } from './problems.ts';

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
  /** Whoever is signed in; a route that asks for a permission always has one. */
  readonly user: User | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Handler<R extends Route> = (call: Call<R>) => Promise<z.input<R['answer']>>;

/** One handler per route of the contract; a missing or superfluous one does not compile. */
export type Handlers = { readonly [Name in RouteName]: Handler<Routes[Name]> };

/** Puts every route of the contract on the server. */
export function bindRoutes(
  app: FastifyInstance,
  handlers: Handlers,
  whoIs: (request: FastifyRequest) => Promise<User | null>,
): void {
  for (const [name, declared] of Object.entries(routes) as [RouteName, Route][]) {
    const handle = handlers[name] as unknown as Handler<Route>;
    app.route({
      method: declared.method,
      url: declared.path,
      handler: async (request, reply) => {
        const user = await whoIs(request);
        authorise(declared, user);
        const answer = await handle({
          params: parsed(declared.params, request.params),
          query: parsed(declared.query, request.query),
          body: parsed(declared.body, request.body),
          user,
          request,
          reply,
        } as Call<Route>);
        return answer === null ? reply.type('application/json').send('null') : answer;
      },
    });
  }
}

function authorise({ permission }: Route, user: User | null): void {
  if (permission === null) return;
  if (!user) throw new RikuyError('not-signed-in', 'Sign in first, or send an API key as `Authorization: Bearer …`.');
  if (permission !== 'signed-in' && !may(user, permission)) {
    throw new RikuyError(
      'not-permitted',
      `The role ${user.role} may not do this; it takes the permission ${permission}.`,
    );
  }
}

export function may(user: User, permission: Permission): boolean {
  return permissionsOf[user.role].includes(permission);
}

function parsed(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {});
  if (!result.success) throw invalidRequest(result.error);
  return result.data;
}
