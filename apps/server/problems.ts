import {
  type ErrorCode,
  errorTable,
  type FieldProblem,
  type Language,
  type Problem,
  RikuyError,
} from '@rikuy/contracts';
import type { FastifyError } from 'fastify';
import { ZodError } from 'zod';

export const problemType = 'application/problem+json';

/** An error as it leaves the server: problem details (RFC 9457). What went wrong inside is logged, never sent. */
export function toProblem(error: unknown, language: Language): Problem {
  const known = asRikuyError(error);
  const { status, title } = errorTable[known.code];
  return {
    type: `urn:rikuy:error:${known.code}`,
    title: title[language],
    status,
    detail: known.message,
    code: known.code,
    fields: [...known.fields],
  };
}

function asRikuyError(error: unknown): RikuyError {
  if (error instanceof RikuyError) return error;
  if (error instanceof ZodError) return invalidRequest(error);
  const code = codeOfFastify(error);
  if (code) return new RikuyError(code, (error as Error).message);
  return new RikuyError(
    'internal',
    'Something went wrong on our side; it has been logged. Try again, and tell your administrator if it stays.',
  );
}

/** The fields of a request that its schema refuses. */
export function invalidRequest(error: ZodError): RikuyError {
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
