import type { Stores } from '../../ports/stores.ts';

/** One promise of the ports, as something to run; it throws where the promise is broken. */
export interface PortCheck {
  /** A sentence about behaviour. */
  readonly name: string;
  /** `useCase` must be new to the stores; checks that share stores each get their own. */
  readonly run: (stores: Stores, useCase: string) => Promise<void>;
}
