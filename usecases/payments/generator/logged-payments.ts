import { labelEntry, type LogEntry, recordEntry } from '@rikuy/engine';
import { payments } from '../payments.ts';
import type { GeneratedPayment } from './payment-made.ts';
import { recordOf } from './payment-record.ts';

/** Generated payments as entries of the log in the order in which they became known: at arrival, and labels later. */
export function loggedPayments(generated: readonly GeneratedPayment[]): LogEntry[] {
  return generated.flatMap(entriesOf).toSorted((a, b) => a.knownAt - b.knownAt);
}

function entriesOf(one: GeneratedPayment): LogEntry[] {
  const { payment, finding, receivedAt } = one;
  const entry = {
    ...recordEntry(payments, recordOf(one), { knownAt: receivedAt }),
    hidden: { planted_pattern: payment.pattern },
  };
  if (!finding) return [entry];
  const amount = finding.fraud === 1 ? payment.loss || payment.amount : null;
  // A review may end before a batch arrives; the log knows the payment first.
  return [entry, labelEntry(entry, { label: finding.fraud, amount }, Math.max(finding.knownAt, receivedAt + 1))];
}
