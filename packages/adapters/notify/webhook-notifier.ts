import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { RikuyError } from '@rikuy/contracts';
import type { Clock, Notification, Notifier } from '@rikuy/engine';

export interface WebhookOptions {
  readonly url: string;
  readonly secret: string;
  readonly clock: Clock;
  /** Waits between attempts, ms; there is one attempt more. */
  readonly waits?: readonly number[];
}

const answerWithinMs = 10_000;
const usualWaits = [1_000, 4_000, 16_000];

/**
 * Posts notifications as JSON. `rikuy-signature` is `t=<epoch seconds>,v1=<hex>`, the HMAC-SHA-256 with the secret of
 * the seconds, a point and the body: whoever receives it checks both, and that the time is not long ago.
 */
export function openWebhookNotifier(options: WebhookOptions): Notifier {
  return { notify: notification => deliver(notification, options) };
}

async function deliver(notification: Notification, options: WebhookOptions): Promise<void> {
  const waits = options.waits ?? usualWaits;
  const failures: string[] = [];
  for (const wait of [0, ...waits]) {
    if (wait > 0) await delay(wait);
    const failure = await post(notification, options);
    if (failure === null) return;
    failures.push(failure);
  }
  throw new RikuyError(
    'notification-failed',
    `${new URL(options.url).origin} did not take the notification ${notification.id} in ${failures.length} attempts (${[...new Set(failures)].join(', ')}).`,
  );
}

/** Null when it was taken. */
async function post(notification: Notification, { url, secret, clock }: WebhookOptions): Promise<string | null> {
  const body = JSON.stringify(notification);
  const seconds = Math.floor(clock.now() / 1000);
  const headers = {
    'content-type': 'application/json',
    'rikuy-notification': notification.id,
    'rikuy-signature': `t=${seconds},v1=${signature(secret, seconds, body)}`,
  };
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(answerWithinMs) });
    await response.body?.cancel();
    return response.ok ? null : `status ${response.status}`;
  } catch (error) {
    const { name, cause } = error as { readonly name: string; readonly cause?: { readonly code?: string } };
    return cause?.code ?? name;
  }
}

function signature(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}
