import { type Language, RikuyError } from '@rikuy/contracts';
import type { Notification, Notifier } from '@rikuy/engine';
import { createTransport } from 'nodemailer';

export interface EmailOptions {
  /** smtp://user:password@host:587, or smtps://… */
  readonly smtp: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly language: Language;
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends notifications by e-mail; a mail server that takes one keeps trying by itself. */
export function openEmailNotifier({ smtp, from, to, language }: EmailOptions): Notifier {
  return {
    notify: async notification => {
      const transport = createTransport({ url: smtp, ...patience });
      try {
        await transport.sendMail({ from, to: [...to], ...messageOf(notification, language) });
      } catch (error) {
        throw notSent(notification, error);
      } finally {
        transport.close();
      }
    },
  };
}

function messageOf({ id, title, text, detail }: Notification, language: Language) {
  const lines = Object.entries(detail).map(([name, value]) => `${name}: ${inWords(value)}`);
  return { subject: title[language], text: [text[language], '', ...lines, ''].join('\n'), messageId: `<${id}@rikuy>` };
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The words of the mail server may name people; its codes do not. */
function notSent({ id }: Notification, error: unknown): RikuyError {
  const { code = 'unknown', responseCode = '' } = error as { readonly code?: string; readonly responseCode?: number };
  return new RikuyError(
    'notification-failed',
    `The mail server did not take the notification ${id} (${code} ${responseCode}); check its address and credentials.`,
  );
}
