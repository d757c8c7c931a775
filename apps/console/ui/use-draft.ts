import { useCallback, useState } from 'react';

/**
 * State that survives a reload: what was typed is kept on this machine under `key` until it is cleared.
 * `initial` serves until something has been typed, and again after clearing.
 */
export function useDraft<Draft>(key: string, initial: Draft) {
  const place = `rikuy.draft.${key}`;
  const [draft, setDraft] = useState<Draft | null>(
    () => JSON.parse(localStorage.getItem(place) ?? 'null') as Draft | null,
  );
  const keep = useCallback(
    (next: Draft) => {
      localStorage.setItem(place, JSON.stringify(next));
      setDraft(next);
    },
    [place],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(place);
    setDraft(null);
  }, [place]);
  return { draft: draft ?? initial, isKept: draft !== null, keep, clear };
}
