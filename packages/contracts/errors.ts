import { z } from 'zod';
import type { Bilingual } from './text.ts';

/**
 * Every error the platform answers with: its HTTP status and its title. The code is stable; the title says what
 * happened, the message of the single error says what was expected, what came and how to repair it.
 */
export const errorTable = {
  'invalid-request': { status: 400, title: { es: 'La solicitud no es válida', en: 'The request is not valid' } },
  'invalid-record': { status: 422, title: { es: 'El registro no es válido', en: 'The record is not valid' } },
  'not-signed-in': { status: 401, title: { es: 'Inicie sesión', en: 'Sign in' } },
  'wrong-credentials': { status: 401, title: { es: 'Usuario o contraseña incorrectos', en: 'Wrong user or password' } },
  'not-permitted': { status: 403, title: { es: 'Su rol no permite esto', en: 'Your role does not permit this' } },
  'not-found': { status: 404, title: { es: 'No existe', en: 'Not found' } },
  'unknown-use-case': { status: 404, title: { es: 'Caso de uso desconocido', en: 'Unknown use case' } },
  'event-conflict': {
    status: 409,
    title: { es: 'El mismo identificador con otro contenido', en: 'The same id with other content' },
  },
  'case-conflict': { status: 409, title: { es: 'El caso cambió entretanto', en: 'The case has changed meanwhile' } },
  'no-model': { status: 409, title: { es: 'Aún no hay un modelo', en: 'There is no model yet' } },
  'quality-failed': {
    status: 409,
    title: { es: 'Los datos no pasan el control de calidad', en: 'The data fail their quality checks' },
  },
  'too-large': { status: 413, title: { es: 'La solicitud es demasiado grande', en: 'The request is too large' } },
  'too-many-requests': { status: 429, title: { es: 'Demasiadas solicitudes', en: 'Too many requests' } },
  'unreadable-file': { status: 422, title: { es: 'No se puede leer el archivo', en: 'The file cannot be read' } },
  'source-unavailable': { status: 503, title: { es: 'La fuente no responde', en: 'The source does not answer' } },
  'source-refused': {
    status: 502,
    title: { es: 'La fuente rechazó la lectura', en: 'The source refused to be read' },
  },
  'source-in-use': {
    status: 409,
    title: { es: 'Otro proceso carga la fuente', en: 'Another process loads the source' },
  },
  'notification-failed': {
    status: 502,
    title: { es: 'No se pudo avisar', en: 'The notification could not be sent' },
  },
  'invalid-declaration': {
    status: 500,
    title: { es: 'La definición del caso de uso es incorrecta', en: 'The definition of the use case is wrong' },
  },
  'invalid-configuration': {
    status: 500,
    title: { es: 'La configuración es incorrecta', en: 'The configuration is wrong' },
  },
  'snapshot-refused': {
    status: 500,
    title: { es: 'La instantánea no sirve', en: 'The snapshot cannot be used' },
  },
  'not-reproducible': { status: 500, title: { es: 'No se puede reproducir', en: 'Not reproducible' } },
  'storage-unavailable': {
    status: 503,
    title: { es: 'El almacenamiento no responde', en: 'Storage does not answer' },
  },
  'storage-in-use': {
    status: 503,
    title: { es: 'Otro proceso usa los datos', en: 'Another process uses the data' },
  },
  'not-ready': { status: 503, title: { es: 'El servicio aún no está listo', en: 'The service is not ready yet' } },
  internal: { status: 500, title: { es: 'Error interno', en: 'Internal error' } },
} as const satisfies Record<string, { status: number; title: Bilingual }>;

export type ErrorCode = keyof typeof errorTable;

/** One field that is wrong, with what to do about it. */
export const fieldProblem = z.strictObject({ field: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblem>;

/** The error class of everything but `learn`. Messages never carry personal data. */
export class RikuyError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];

  constructor(code: ErrorCode, message: string, options: ErrorOptions & { fields?: readonly FieldProblem[] } = {}) {
    super(message, options);
    this.name = 'RikuyError';
    this.code = code;
    this.fields = options.fields ?? [];
  }

  get status(): number {
    return errorTable[this.code].status;
  }
}

/** An error on the wire: problem details of RFC 9457, with the code and the fields beside the standard members. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  fields: z.array(fieldProblem).default([]),
});
export type Problem = z.infer<typeof problem>;
