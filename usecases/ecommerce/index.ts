export { ecommerce } from './ecommerce.ts';
export { defaultPurchaseOptions, generatePurchases, type PurchaseOptions } from './generator/generate-purchases.ts';
export type { Finding, GeneratedPurchase, Purchase } from './generator/purchase.ts';
export { writePurchases } from './generator/write-purchases.ts';
