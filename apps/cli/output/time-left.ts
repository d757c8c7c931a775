import type { Language } from '@rikuy/contracts';

/** How far a step has come since it was first heard of. */
export interface Pace {
  readonly elapsedMs: number;
  /** Share of the step that was done then, from 0 to 1. */
  readonly from: number;
  /** Share that is done now. */
  readonly to: number;
}

/** How long the rest takes at the pace so far, `quedan 2 min 5 s`; empty until a hundredth has been seen done. */
export function estimateTimeLeft({ elapsedMs, from, to }: Pace, language: Language): string {
  if (to - from < 0.01 || to >= 1) return '';
  const seconds = Math.ceil((elapsedMs * (1 - to)) / (to - from) / 1000);
  const minutes = Math.floor(seconds / 60);
  const text = minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
  return language === 'es' ? `quedan ${text}` : `${text} left`;
}
