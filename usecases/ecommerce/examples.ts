import type { Bilingual, RecordValues } from '@rikuy/contracts';

const usual: RecordValues = {
  transaction_id: 'T-90000001',
  user_id: 'U-000004',
  session_id: 'S-90000001',
  merchant_id: 'M-004',
  timestamp: Date.parse('2026-02-02T15:20:00-05:00'),
  trans_amount: 139.9,
  currency: 'PEN',
  items: 1,
  product_category: 'fashion',
  geo_location: 'PE-LIM',
  address_id: 'A-000004',
  card_id: 'C-000004-0',
  ip_address: '181.20.30.40',
  ip_country: 'PE',
  device_id: 'D-000004-0',
  device_type: 'mobile',
  outside_score: 7,
};

/** Complete records to try in the form, each with one thing to see. */
export const purchaseExamples: readonly { readonly title: Bilingual; readonly record: RecordValues }[] = [
  { title: { es: 'Compra habitual', en: 'A usual purchase' }, record: usual },
  {
    title: {
      es: 'El mismo cliente desde otro país, con otro dispositivo y caro',
      en: 'The same customer from abroad, on another device, dear',
    },
    record: {
      ...usual,
      transaction_id: 'T-90000002',
      trans_amount: 4200,
      product_category: 'phones',
      ip_country: 'RO',
      ip_address: '102.9.8.7',
      device_id: 'D-X-EXAMPLE',
      address_id: 'A-X-EXAMPLE',
      outside_score: null,
    },
  },
  {
    title: { es: 'Cuenta nueva, caro y de madrugada', en: 'A new account, dear, at night' },
    record: {
      ...usual,
      transaction_id: 'T-90000003',
      user_id: 'U-NEW-EXAMPLE',
      timestamp: Date.parse('2026-02-02T03:10:00-05:00'),
      trans_amount: 3900,
      product_category: 'electronics',
      card_id: 'C-NEW-EXAMPLE',
      device_id: 'D-NEW-EXAMPLE',
      address_id: 'A-NEW-EXAMPLE',
      outside_score: 31,
    },
  },
  {
    title: { es: 'Dispositivo de la lista de bloqueados', en: 'A device on the deny list' },
    record: { ...usual, transaction_id: 'T-90000004', device_id: 'D-DENIED-01' },
  },
];
