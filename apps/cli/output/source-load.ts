import type { SourceLoad } from '@rikuy/engine';
import { words } from '../language.ts';

/** The state of a load in words. */
export function stateOf({ state }: Pick<SourceLoad, 'state'>): string {
  switch (state) {
    case 'done':
      return words({ es: 'terminada', en: 'done' });
    case 'failed':
      return words({ es: 'fallida', en: 'failed' });
    case 'running':
      return words({ es: 'en curso o cortada', en: 'running or cut off' });
  }
}

/** A time to the second, of the machine's zone. */
export function timeOf(epochMs: number): string {
  return new Date(epochMs).toLocaleString('sv-SE');
}
