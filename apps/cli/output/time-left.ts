import type { Language } from '@rikuy/contracts';

/** How long the rest takes at the pace so far, `quedan 2 min 5 s`; empty until a hundredth is done. */
export function estimateTimeLeft(elapsedMs: number, share: number, language: Language): string {
  if (share < 0.01 || share >= 1) return '';
  const seconds = Math.ceil((elapsedMs * (1 - share)) / share / 1000);
  const minutes = Math.floor(seconds / 60);
  const text = minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
  return language === 'es' ? `quedan ${text}` : `${text} left`;
}
