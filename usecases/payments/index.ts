export { payments } from './payments.ts';
export { defaultPaymentOptions, generatePayments, type PaymentOptions } from './generator/generate-payments.ts';
export type { Finding, GeneratedPayment, PaymentMade } from './generator/payment-made.ts';
export { recordOf } from './generator/payment-record.ts';
export { writePayments } from './generator/write-payments.ts';
