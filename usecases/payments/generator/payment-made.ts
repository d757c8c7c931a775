import type { Channel } from '../records/payment.ts';
import type { PlantedPattern } from './planted-patterns.ts';

/** A payment as it truly was, before it is numbered and written. */
export interface PaymentMade {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly account: string;
  readonly business: string;
  readonly counterparty: string;
  readonly category: string;
  /** Soles. */
  readonly amount: number;
  readonly inDollars: boolean;
  readonly channel: Channel;
  /** Null at a branch. */
  readonly ip: string | null;
  /** Null for honest payments. */
  readonly pattern: PlantedPattern | null;
  /** Soles lost by it; 0 for honest payments. */
  readonly loss: number;
}

/** What became known of a payment, and when. */
export interface Finding {
  readonly fraud: 0 | 1;
  /** Epoch milliseconds. */
  readonly knownAt: number;
}

export interface GeneratedPayment {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly payment: PaymentMade;
  /** Null while unknown at the end of the span, and for what nobody ever looked at. */
  readonly finding: Finding | null;
}
