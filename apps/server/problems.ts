import {
  type ErrorCode,
  errorTable,
  type FieldProblem,
  type Language,
  type Problem,
  RikuyError,
} from '@rikuy/contracts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { spanishDetails } from './problem-details.ts';

export const problemType = 'application/problem+json';

/** Answers a request with the problem that an error is, in the caller's language. */
export function presentError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error, languageOf(request.headers['accept-language']));
  if (problem.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, problem.code);
  void reply.status(problem.status).type(problemType).send(problem);
}

/** An error as it leaves the server: problem details (RFC 9457). What went wrong inside is logged, never sent. */
export function toProblem(error: unknown, language: Language): Problem {
  const known = asRikuyError(error);
  const { status, title } = errorTable[known.code];
  return {
    type: `urn:rikuy:error:${known.code}`,
    title: title[language],
    status,
    detail: detailOf(known, language),
    code: known.code,
    fields: [...known.fields],
  };
}

/** Errors that name fields are worded in the caller's language where they arise; the others in English. */
function detailOf({ code, message, fields }: RikuyError, language: Language): string {
  return language === 'en' || fields.length > 0 ? message : spanishDetails[code];
}

function asRikuyError(error: unknown): RikuyError {
  if (error instanceof RikuyError) return error;
  const code = codeOfFastify(error);
  if (code) return new RikuyError(code, (error as Error).message);
  return new RikuyError(
    'internal',
    'Something went wrong on our side; it has been logged. Try again, and tell your administrator if it stays.',
  );
}

const zodWords = { es: z.locales.es().localeError, en: z.locales.en().localeError };

/** A part of a request as its schema reads it. @throws RikuyError `invalid-request` naming the fields refused */
export function parsePart(schema: z.ZodType | undefined, value: unknown, language: Language): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {}, { error: zodWords[language] });
  if (!result.success) throw invalidRequest(result.error);
  return result.data;
}

function invalidRequest(error: z.ZodError): RikuyError {
  const fields: FieldProblem[] = error.issues.map(issue => ({ field: issue.path.join('.'), message: issue.message }));
  const list = fields.map(({ field, message }) => (field ? `\`${field}\`: ${message}` : message)).join('; ');
  return new RikuyError('invalid-request', `${list}.`, { fields, cause: error });
}

function codeOfFastify(error: unknown): ErrorCode | null {
  const status = (error as Partial<FastifyError> | null)?.statusCode;
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many-requests';
  if (status === 404) return 'not-found';
  return status !== undefined && status >= 400 && status < 500 ? 'invalid-request' : null;
}

/** The language the caller prefers; Spanish unless English is asked for. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'es';
}
