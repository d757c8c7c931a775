import type { CountryCode, Department } from '../records/places.ts';
import type { DeviceType, ProductCategory } from '../records/transaction.ts';
import type { PlantedPattern } from './planted-patterns.ts';

/** How a visit went; null where the tag that observes it was blocked. */
export interface Visit {
  readonly session_duration: number;
  readonly click_through_rate: number;
  readonly add_to_cart: number;
  readonly pages: number;
}

/** A purchase as it truly was, before it is numbered and written. */
export interface Purchase {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly user: string;
  readonly merchant: string;
  /** Soles. */
  readonly amount: number;
  readonly inDollars: boolean;
  readonly items: number;
  readonly category: ProductCategory;
  readonly department: Department;
  readonly address: string;
  readonly card: string;
  readonly ip: string;
  readonly country: CountryCode;
  readonly device: string;
  readonly deviceType: DeviceType;
  readonly visit: Visit | null;
  readonly isFraud: boolean;
  /** Null for honest purchases. */
  readonly pattern: PlantedPattern | null;
}

/** What became known of a purchase, and when. */
export interface Finding {
  readonly fraudulent: 0 | 1;
  /** Epoch milliseconds. */
  readonly knownAt: number;
}

export interface GeneratedPurchase {
  readonly id: string;
  readonly session: string;
  readonly purchase: Purchase;
  readonly outsideScore: number | null;
  /** Null while unknown at the end of the span, and for what was blocked unseen. */
  readonly finding: Finding | null;
}
