import type { Bilingual, RecordValues } from '@rikuy/contracts';

const usual: RecordValues = {
  transaction_id: 'P-90000001',
  account_id: 'K-0004',
  counterparty_id: 'B-100000',
  business_id: 'E-002',
  transaction_amount: 640.5,
  currency: 'PEN',
  transaction_time: Date.parse('2026-02-03T11:20:00-05:00'),
  received_at: Date.parse('2026-02-03T11:20:18-05:00'),
  merchant_category_code: '4900',
  channel: 'web',
  ip_address: '181.120.30.40',
};

/** Complete records to try in the form, each with one thing to see. */
export const paymentExamples: readonly { readonly title: Bilingual; readonly record: RecordValues }[] = [
  { title: { es: 'Pago habitual', en: 'A usual payment' }, record: usual },
  {
    title: { es: 'Beneficiario nuevo y monto grande', en: 'A new counterparty and a large amount' },
    record: {
      ...usual,
      transaction_id: 'P-90000002',
      counterparty_id: 'B-NEW-EXAMPLE',
      transaction_amount: 48_700,
      merchant_category_code: '7392',
    },
  },
  {
    title: { es: 'Justo bajo el límite, domingo de madrugada', en: 'Just below the limit, Sunday before dawn' },
    record: {
      ...usual,
      transaction_id: 'P-90000003',
      counterparty_id: 'B-NEW-EXAMPLE-2',
      transaction_amount: 4_990,
      transaction_time: Date.parse('2026-02-01T03:10:00-05:00'),
      received_at: Date.parse('2026-02-01T03:10:21-05:00'),
      merchant_category_code: '7392',
      channel: 'mobile',
      ip_address: '190.9.8.7',
    },
  },
  {
    title: { es: 'Beneficiario de la lista de retenidos', en: 'A counterparty on the deny list' },
    record: { ...usual, transaction_id: 'P-90000004', counterparty_id: 'B-DENIED-01' },
  },
];
