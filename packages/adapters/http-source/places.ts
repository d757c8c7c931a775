import { SourceFailure } from '@rikuy/engine';

/** Where a request went, without its parameters: they may be secret. */
export function placeOf({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

export function refused(message: string): SourceFailure {
  return new SourceFailure('source-refused', message);
}
