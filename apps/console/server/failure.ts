import { errorTable, type ErrorCode, type FieldProblem, type Language, ProblemError } from '@rikuy/contracts';

/** What a person needs to know of something that went wrong. */
export interface Failure {
  readonly kind: 'offline' | 'forbidden' | 'missing' | 'problem' | 'unreadable';
  /** Stable code to tell support; null where the server gave none. */
  readonly code: string | null;
  readonly title: string | null;
  readonly detail: string | null;
  readonly fields: readonly FieldProblem[];
}

/** Reads any thrown value as a failure that can be shown. */
export function failureOf(error: unknown, language: Language): Failure {
  if (error instanceof ProblemError) return ofProblem(error, language);
  const kind = error instanceof TypeError ? 'offline' : 'unreadable';
  return { kind, code: null, title: null, detail: null, fields: [] };
}

function ofProblem({ problem }: ProblemError, language: Language): Failure {
  const { code, detail, fields } = problem;
  const title = isKnown(code) ? errorTable[code].title[language] : problem.title;
  return { kind: kindOf(problem.status), code, title, detail, fields };
}

function kindOf(status: number): Failure['kind'] {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'missing';
  return 'problem';
}

function isKnown(code: string): code is ErrorCode {
  return code in errorTable;
}

/** Whether the server answered with this code. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}
