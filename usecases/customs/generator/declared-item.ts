import type { Country } from '../records/countries.ts';
import type { ProductCategory } from '../records/product-categories.ts';
import type { PlantedPattern } from './planted-patterns.ts';

export type ShippingMethod = 'air' | 'sea' | 'land';

/** A clean record of type `declaration_item`; times are epoch milliseconds, what is absent is null. */
export type DeclarationItem = {
  readonly customs_declaration_number: string;
  readonly item_number: number;
  readonly shipment_id: string;
  readonly importer_ruc: string;
  readonly broker_code: string;
  readonly customs_office: string;
  readonly declaration_value: number;
  readonly declared_currency: string;
  readonly quantity_items: number;
  readonly country_origin: Country;
  readonly product_category: ProductCategory;
  readonly tariff_code: string;
  readonly shipment_weight: number;
  readonly shipping_method: ShippingMethod;
  readonly import_date: number;
  readonly estimated_market_price: number | null;
  readonly ad_valorem_rate: number;
};

/** What an officer found; known from the verification date on. */
export interface Finding {
  readonly underreported: 0 | 1;
  /** Midnight in Lima of the day, epoch milliseconds. */
  readonly verificationDate: number;
  /** Recovered, in soles. */
  readonly additionalDuty: number;
}

/** What is true of an item, whether anybody looked or not. */
export interface Truth {
  readonly underreported: boolean;
  /** Null for honest items and for what is under-reported without a pattern. */
  readonly pattern: PlantedPattern | null;
  /** Owed beyond what was declared, in soles. */
  readonly dutyAtStake: number;
}

export interface GeneratedDeclaration {
  readonly record: DeclarationItem;
  /** Null when nobody verified the item, or the finding was not yet known at the end of the span. */
  readonly finding: Finding | null;
  readonly truth: Truth;
}
