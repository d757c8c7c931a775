import type { Fitted, ReadPart } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';

/** What restoring needs of an estimator's factory. */
export interface Restorable {
  readonly kind: string;
  fromState(state: State, read?: ReadPart): Fitted;
}

/** Factories by any name; each has a kind of its own. */
export type Catalogue = Readonly<Record<string, Restorable>>;

/**
 * The fitted object that a state describes, its parts included.
 * @throws LearnError `unreadable-state` when the kind is in no factory of the catalogue or the factory cannot read it
 * @example const model = restore(readState(await readFile('model.rikuy')), catalogue)
 */
export function restore(state: State, catalogue: Catalogue): Fitted {
  const byKind = new Map(Object.values(catalogue).map(factory => [factory.kind, factory]));
  const read = (part: State): Fitted => rebuilt(part, byKind.get(part.kind) ?? unknownKind(part, byKind), read);
  return read(state);
}

function rebuilt(state: State, factory: Restorable, read: ReadPart): Fitted {
  requireToday(state);
  try {
    return factory.fromState(state, read);
  } catch (cause) {
    if (cause instanceof LearnError) throw cause;
    throw new LearnError('unreadable-state', `the state of \`${state.kind}\` is damaged.`, { cause });
  }
}

/** Older states become today's in `readState`. */
function requireToday({ kind, protocol }: State): void {
  if (protocol === PROTOCOL) return;
  throw new LearnError(
    'unreadable-state',
    `the state of \`${kind}\` must have protocol ${PROTOCOL}; it has ${protocol}. Read it by \`readState\` of a version that knows it.`,
  );
}

function unknownKind(state: State, byKind: ReadonlyMap<string, Restorable>): never {
  throw new LearnError(
    'unreadable-state',
    `no estimator has the kind \`${state.kind}\`; the catalogue has ${[...byKind.keys()].join(', ') || 'none'}. Add its factory to the catalogue.`,
  );
}
