export type LearnErrorCode =
  | 'invalid-parameter'
  | 'invalid-data'
  | 'missing-column'
  | 'unreadable-state'
  | 'unsupported-model';

/** The one error class of this library; `code` is stable, `message` says what was expected, what came, how to repair it. */
export class LearnError extends Error {
  readonly code: LearnErrorCode;

  constructor(code: LearnErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LearnError';
    this.code = code;
  }
}
