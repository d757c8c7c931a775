import type { Bilingual } from '@rikuy/contracts';

/**
 * Sentences for a feature as a reason, for when it raises and when it lowers the risk. `{value}` and `{usual}` stand
 * for the formatted value and what is usual among the training rows; `{percent}` for how far value lies from usual.
 */
export interface ReasonText {
  readonly raises: Bilingual;
  readonly lowers: Bilingual;
  readonly short: Bilingual;
  /** For models without labels, where a value is odd rather than risky; absent means a plain sentence. */
  readonly unusual?: Bilingual;
}
