import type { Bilingual } from '@rikuy/contracts';

/** Something that people or other systems want to hear of. Without personal data. */
export interface Notification {
  /** Unique; one sent twice is the same one. */
  readonly id: string;
  readonly kind: string;
  /** Epoch ms. */
  readonly at: number;
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** The same for machines. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Notifier {
  /** Resolves when it has been taken. @throws RikuyError `notification-failed` when nobody takes it after retries */
  notify(notification: Notification): Promise<void>;
}
