import { RikuyError } from '@rikuy/contracts';
import { refusals } from '@rikuy/engine';

/** What a database said, without what it said about rows: names of things and the SQLSTATE only. */
export class DatabaseFailure extends Error {
  /** SQLSTATE of five characters, or the system's code, `ECONNREFUSED`. */
  readonly code: string;
  readonly constraint: string | null;

  constructor(error: unknown) {
    const { code = 'unknown', constraint = null, routine } = fieldsOf(error);
    super(describe(error, code, constraint ?? routine));
    this.name = 'DatabaseFailure';
    this.code = code;
    this.constraint = constraint;
  }
}

/**
 * Passes the answer on; turns an error into one without values.
 * @throws RikuyError `storage-unavailable` when the database cannot be reached or cannot work; `invalid-record` when a
 * text, also one that is looked for, has what PostgreSQL cannot hold
 * @throws DatabaseFailure when it refuses the statement
 */
export async function withoutValues<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RikuyError) throw error;
    // Not the error itself as the cause: its message and detail may quote rows.
    // oxlint-disable-next-line preserve-caught-error
    if (isUnstorable(error)) throw refusals.unstorableText(new DatabaseFailure(error));
    // oxlint-disable-next-line preserve-caught-error
    throw isRefusal(error) ? new DatabaseFailure(error) : unavailable(new DatabaseFailure(error));
  }
}

export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return error instanceof DatabaseFailure && error.code === '23505' && error.constraint === constraint;
}

/** Whether the database was there and refused; when it is away, the same would happen to anything. */
export function isNotOutage(error: unknown): boolean {
  return !(error instanceof RikuyError && error.code === 'storage-unavailable');
}

/** NUL, half of a surrogate pair, a wrong sequence of bytes. */
function isUnstorable(error: unknown): boolean {
  return ['22021', '22P05'].includes(fieldsOf(error).code ?? '');
}

/** Whether the statement was refused for what it says, so that the same one would be refused again. */
function isRefusal(error: unknown): boolean {
  const { code } = fieldsOf(error);
  return code !== undefined && /^(?:0A|2[1-8]|3[4-9]|4[24]|P0|XX)\w{3}$|^40\w{3}$/.test(code);
}

function unavailable(cause: DatabaseFailure): RikuyError {
  return new RikuyError(
    'storage-unavailable',
    `The database does not answer (${cause.code}); check that it runs, accepts connections and has space.`,
    { cause },
  );
}

function describe(error: unknown, code: string, place: string | null | undefined): string {
  // Class 42 is about the statement, which never holds values: they travel as parameters.
  const words = code.startsWith('42') ? `: ${fieldsOf(error).message}` : '';
  return `PostgreSQL error ${code}${place ? ` at ${place}` : ''}${words}`;
}

function fieldsOf(error: unknown): { message?: string; code?: string; constraint?: string; routine?: string } {
  return typeof error === 'object' && error !== null ? error : {};
}
