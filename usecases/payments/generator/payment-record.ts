import type { RecordValues } from '@rikuy/contracts';
import { solesPerDollar } from '../records/exchange-rates.ts';
import type { GeneratedPayment, PaymentMade } from './payment-made.ts';

/** The payment as a validated record, free of dirt. */
export function recordOf({ id, receivedAt, payment }: GeneratedPayment): RecordValues {
  return {
    transaction_id: id,
    account_id: payment.account,
    counterparty_id: payment.counterparty,
    business_id: payment.business,
    transaction_amount: writtenAmount(payment),
    currency: payment.inDollars ? 'USD' : 'PEN',
    transaction_time: payment.time,
    received_at: receivedAt,
    merchant_category_code: payment.category,
    channel: payment.channel,
    ip_address: payment.ip,
  };
}

/** In the currency of the payment, to the cent. */
export function writtenAmount({ amount, inDollars, time }: PaymentMade): number {
  const day = new Date(time - 5 * 3_600_000).toISOString().slice(0, 10);
  return Math.max(1, Math.round((amount / (inDollars ? solesPerDollar(day) : 1)) * 100)) / 100;
}
