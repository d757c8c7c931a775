import { setTimeout as delay } from 'node:timers/promises';
import { RikuyError } from '@rikuy/contracts';
import type { Clock } from '../ports/clock.ts';
import type { SourceClaim, SourceHolder, SourceLedger } from '../ports/source-ledger.ts';

export interface ClaimOptions {
  readonly holder: SourceHolder;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Whether a holder is known to have ended without giving its source back. */
  readonly isGone?: (holder: SourceHolder) => boolean;
  /** Waits until the other loader is done instead of giving up. */
  readonly wait?: boolean;
}

/** A source that is ours until it is given back. */
export interface HeldSource {
  readonly claim: Extract<SourceClaim, { kind: 'granted' }>;
  /** Aborts when the source was given to another, which only happens to a process that stood still. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

const leaseMs = 60_000;
const extendEveryMs = 10_000;
const askAgainMs = 500;

/**
 * Takes a source for this process alone and keeps it, by a time that is extended as long as the process lives.
 * @throws RikuyError `source-in-use` when another loads it and this one is not to wait
 */
export async function claimSource(ledger: SourceLedger, source: string, options: ClaimOptions): Promise<HeldSource> {
  const claim = await untilGranted(ledger, source, options);
  const { holder, clock } = options;
  const lost = new AbortController();
  const heartbeat = setInterval(() => {
    ledger.extend(source, holder.token, clock.now() + leaseMs).catch((error: unknown) => {
      // Storage that is away for a moment is no reason to stop; the time is long enough for some more attempts.
      if (error instanceof RikuyError && error.code === 'source-in-use') lost.abort(error);
    });
  }, extendEveryMs);
  return {
    claim,
    lost: lost.signal,
    release: async () => {
      clearInterval(heartbeat);
      await ledger.release(source, holder.token);
    },
  };
}

async function untilGranted(
  ledger: SourceLedger,
  source: string,
  { holder, clock, signal, isGone = () => false, wait = false }: ClaimOptions,
): Promise<Extract<SourceClaim, { kind: 'granted' }>> {
  let over: string | undefined;
  for (;;) {
    const now = clock.now();
    const claim = await ledger.claim({ source, holder, now, until: now + leaseMs, over });
    if (claim.kind === 'granted') return claim;
    over = isGone(claim.holder) ? claim.holder.token : undefined;
    if (over !== undefined) continue;
    if (!wait) throw sourceBusy(source, claim);
    await delay(askAgainMs, undefined, { signal });
  }
}

function sourceBusy(source: string, { holder, since }: Extract<SourceClaim, { kind: 'busy' }>): RikuyError {
  return new RikuyError(
    'source-in-use',
    `The source ${source} is being loaded by process ${holder.pid} on ${holder.host} since ${new Date(since).toISOString()}; wait until it is done, or load with \`--wait\`.`,
  );
}
