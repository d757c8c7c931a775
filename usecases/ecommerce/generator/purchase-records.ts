import type { RecordValues } from '@rikuy/contracts';
import type { GeneratedPurchase } from './purchase.ts';

/** The purchase as a validated record of type `transaction`, free of dirt. */
export function transactionOf({ id, session, purchase, outsideScore }: GeneratedPurchase): RecordValues {
  return {
    transaction_id: id,
    user_id: purchase.user,
    session_id: session,
    merchant_id: purchase.merchant,
    timestamp: purchase.time,
    trans_amount: Math.round(purchase.amount * 100) / 100 / (purchase.inDollars ? 3.6 : 1),
    currency: purchase.inDollars ? 'USD' : 'PEN',
    items: purchase.items,
    product_category: purchase.category,
    geo_location: purchase.department,
    address_id: purchase.address,
    card_id: purchase.card,
    ip_address: purchase.ip,
    ip_country: purchase.country,
    device_id: purchase.device,
    device_type: purchase.deviceType,
    outside_score: outsideScore,
  };
}

/** The visit as a validated record of type `behaviour`; null where it was not observed. */
export function behaviourOf({ session, purchase: { visit, time } }: GeneratedPurchase): RecordValues | null {
  return visit && { session_id: session, observed_at: time - 1500, ...visit };
}
