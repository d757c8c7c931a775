import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import type { Permission } from '../people.ts';

/**
 * One line of the HTTP API. Server, typed client and OpenAPI document are all made from these lines, so that they
 * cannot disagree.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `:name` for path parameters. */
  readonly path: string;
  readonly summary: string;
  /** What the caller must be permitted; null for anybody, `signed-in` for any user. */
  readonly permission: Permission | 'signed-in' | null;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** The errors of its own, beside `invalid-request`, `not-signed-in`, `not-permitted` and `internal`. */
  readonly errors: readonly ErrorCode[];
}

/** Keeps the literal types of a route. */
export function route<const R extends Route>(declared: R): R {
  return declared;
}
