import type { Reading } from '../reading.ts';

const most = 4096;

/**
 * A reader that keeps its answers: columns of days, categories and currencies repeat the same few texts. Not for
 * personal data, which would outlive its request.
 */
export function remembering(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return text => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const reading = read(text);
    if (known.size >= most) known.clear();
    known.set(text, reading);
    return reading;
  };
}
