export { openEmailNotifier } from './email-notifier.ts';
export { openWebhookNotifier, type WebhookOptions } from './webhook-notifier.ts';
