import { RikuyError } from '@rikuy/contracts';

/** What every implementation of the stores refuses, in the same words. None names a stored value: it may be personal. */

export function unstorableText(cause?: unknown): RikuyError {
  return new RikuyError(
    'invalid-record',
    'A text has a NUL character or half of a surrogate pair, which cannot be stored; remove it at the source.',
    { cause },
  );
}

/** A loaded record is history already: its vector would see itself, so it cannot be decided afterwards. */
export function recordWithoutDecision(cause?: unknown): RikuyError {
  return new RikuyError(
    'event-conflict',
    'The log has this event as a loaded record without a decision; decide an event when it arrives, or give it another id.',
    { cause },
  );
}

export function caseNotFound(useCase: string, id: string): RikuyError {
  return new RikuyError('not-found', `The use case ${useCase} has no case ${id}; look it up in the queue.`);
}

export function caseChanged(id: string, seen: number, current: number): RikuyError {
  return new RikuyError(
    'case-conflict',
    `The case ${id} is at revision ${current} but the change was made on revision ${seen}; read the case again.`,
  );
}

export function modelNotFound(useCase: string, version: string): RikuyError {
  return new RikuyError('not-found', `The use case ${useCase} has no model ${version}; list the registered versions.`);
}

export function modelExists(useCase: string, version: string, cause?: unknown): RikuyError {
  return new RikuyError(
    'event-conflict',
    `The use case ${useCase} has a model ${version} already; versions never change, register under a new one.`,
    { cause },
  );
}

export function invalidCursor(cause: unknown): RikuyError {
  return new RikuyError('invalid-request', 'The cursor `after` must be the `next` of a page of the queue.', { cause });
}

/** Two loaders of one source would only leave out what the other has loaded. */
export function sourceTaken(source: string): RikuyError {
  return new RikuyError(
    'source-in-use',
    `The source ${source} was given to another loader meanwhile, since this one had not been heard of in time; what it had loaded is kept. Run one loader a source.`,
  );
}

/** The error of a server whose place a shared order does not have, or no longer keeps. */
export function outOfOrder(place: number): RikuyError {
  return new RikuyError(
    'not-ready',
    `The shared order does not have the place ${place} of this server. Begin again from its snapshot, or from the log.`,
  );
}
