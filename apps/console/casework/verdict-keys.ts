import type { OutcomeDeclaration } from '@rikuy/contracts';

/** What a key does to the case under the cursor. */
export type QueueCommand =
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'open' }
  | { readonly kind: 'claim' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'details' }
  | { readonly kind: 'verdict'; readonly label: 0 | 1 };

const fixedKeys: Readonly<Record<string, QueueCommand>> = {
  J: { kind: 'move', by: 1 },
  ARROWDOWN: { kind: 'move', by: 1 },
  K: { kind: 'move', by: -1 },
  ARROWUP: { kind: 'move', by: -1 },
  ENTER: { kind: 'open' },
  C: { kind: 'claim' },
  U: { kind: 'undo' },
};

/** One key of the use case's own, for its outcome. */
export interface VerdictKey {
  readonly key: string;
  readonly outcome: OutcomeDeclaration;
  readonly command: QueueCommand;
}

/**
 * The verdict keys are the first letters of the outcomes as people call them, R(ojo), N(aranja), V(erde): the worst
 * outcome confirms the suspicion, the mildest clears it, those between ask for amounts and a note. An outcome whose
 * letter is taken gets no key.
 */
export function verdictKeysOf(outcomes: readonly OutcomeDeclaration[]): readonly VerdictKey[] {
  const keys: VerdictKey[] = [];
  for (const outcome of outcomes) {
    const key = outcome.title.es.charAt(0).toUpperCase();
    const isTaken = key in fixedKeys || keys.some(other => other.key === key);
    if (!isTaken) keys.push({ key, outcome, command: commandFor(outcome.tone) });
  }
  return keys;
}

function commandFor(tone: OutcomeDeclaration['tone']): QueueCommand {
  if (tone === 'warning') return { kind: 'details' };
  return { kind: 'verdict', label: tone === 'bad' ? 1 : 0 };
}

/** The command of a pressed key, or null where it has none. Keys with Ctrl, Alt or Meta are the browser's. */
export function commandOf(
  pressed: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  verdictKeys: readonly VerdictKey[],
): QueueCommand | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  const key = pressed.key.toUpperCase();
  return fixedKeys[key] ?? verdictKeys.find(verdictKey => verdictKey.key === key)?.command ?? null;
}
