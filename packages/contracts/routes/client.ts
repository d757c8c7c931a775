import type { z } from 'zod';
import { type Problem, problem } from '../errors.ts';
import type { Route } from './route.ts';
import { type RouteName, type Routes, routes } from './routes.ts';

type Input<R extends Route> = (R extends { params: infer P extends z.ZodType } ? { params: z.input<P> } : unknown) &
  (R extends { query: infer Q extends z.ZodType } ? { query?: z.input<Q> } : unknown) &
  (R extends { body: infer B extends z.ZodType } ? { body: z.input<B> } : unknown);

type Call<R extends Route> =
  object extends Input<R>
    ? (input?: Input<R>, signal?: AbortSignal) => Promise<z.output<R['answer']>>
    : (input: Input<R>, signal?: AbortSignal) => Promise<z.output<R['answer']>>;

export type Client = { readonly [Name in RouteName]: Call<Routes[Name]> };

/** An answer that was an error. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.detail);
    this.name = 'ProblemError';
    this.problem = found;
  }
}

export interface ClientOptions {
  /** Where the server is, `http://localhost:8080`; empty for the page's own origin. */
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * A typed client of the whole API: `client.queue({ params: { useCase: 'customs' }, query: { day } })`.
 * Rejects with `ProblemError` when the server answers with an error, and with fetch's own error when there is none.
 */
export function createClient(options: ClientOptions = {}): Client {
  const calls = Object.entries(routes).map(([name, declared]) => [name, caller(declared, options)]);
  return Object.fromEntries(calls) as Client;
}

type AnyInput = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };

function caller(declared: Route, { origin = '', headers = {}, fetch = globalThis.fetch }: ClientOptions) {
  return async (input: AnyInput = {}, signal?: AbortSignal): Promise<unknown> => {
    const response = await fetch(origin + addressOf(declared, input), {
      method: declared.method,
      headers: input.body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      body: input.body === undefined ? undefined : JSON.stringify(input.body),
      signal,
    });
    const answer: unknown = response.status === 204 ? null : await response.json();
    if (!response.ok) throw new ProblemError(problem.parse(answer));
    return answer;
  };
}

/** The path and query of a call, `/api/v1/use-cases/customs/queue?day=2026-12-31`. */
export function addressOf(declared: Route, { params = {}, query = {} }: AnyInput): string {
  const path = declared.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}
