import type { EventLog, LogEntry, StoredEntry } from '@rikuy/engine';
import { type Random, seeded } from '@rikuy/learn';
import { cardPayments, countries, currencies } from './card-payments.ts';

export interface GeneratedPlan {
  readonly events: number;
  readonly cards: number;
  readonly terminals: number;
  readonly seed: number;
}

const start = Date.UTC(2025, 0, 1);
const halfYearMs = 181 * 86_400_000;
const labelledShare = 0.1;
const fraudShare = 0.05;
const labelDelayMs = 7 * 86_400_000;
const batchSize = 2000;

/**
 * A log of payments over half a year, one in ten labelled a week later, made while it is read so that its memory is not
 * mistaken for the engine's. Some cards and terminals are much busier than others.
 */
export class GeneratedLog implements Pick<EventLog, 'read' | 'extent'> {
  /** CPU seconds spent on making entries. */
  generatingSeconds = 0;
  private readonly plan: GeneratedPlan;

  constructor(plan: GeneratedPlan) {
    this.plan = plan;
  }

  async *read(): AsyncGenerator<readonly StoredEntry[]> {
    const entries = this.entries();
    for (;;) {
      const before = process.cpuUsage();
      const batch: StoredEntry[] = [];
      for (let next = entries.next(); !next.done; next = entries.next()) {
        if (batch.push(next.value) === batchSize) break;
      }
      this.generatingSeconds += cpuSeconds(before);
      if (batch.length === 0) return;
      yield batch;
    }
  }

  async extent() {
    return { events: this.plan.events, labels: 0, lastSequence: this.plan.events, lastEventTime: start + halfYearMs };
  }

  private *entries(): Generator<StoredEntry> {
    const random = seeded(this.plan.seed);
    const waiting: LogEntry[] = [];
    let [sequence, nextLabel] = [0, 0];
    for (let i = 0; i < this.plan.events; i++) {
      const payment = this.payment(i, random);
      for (; nextLabel < waiting.length && waiting[nextLabel].knownAt <= payment.knownAt; nextLabel++)
        yield { ...waiting[nextLabel], sequence: ++sequence };
      yield { ...payment, sequence: ++sequence };
      if (random.next() < labelledShare) waiting.push(labelOf(payment, random.next() < fraudShare ? 1 : 0));
    }
  }

  private payment(i: number, random: Random): LogEntry {
    const eventTime = start + Math.floor((i / this.plan.events) * halfYearMs);
    const eventId = `payment-${i}`;
    return {
      useCase: cardPayments.id,
      kind: 'record',
      recordType: 'payment',
      eventId,
      eventTime,
      knownAt: eventTime,
      values: {
        payment_id: eventId,
        paid_at: eventTime,
        amount: Math.round(10_000 * -Math.log(1 - random.next())) / 100,
        card: `card-${skewed(this.plan.cards, random)}`,
        terminal: `terminal-${skewed(this.plan.terminals, random)}`,
        country: countries[skewed(countries.length, random)],
        currency: currencies[skewed(currencies.length, random)],
        online: random.next() < 0.3,
      },
      hidden: null,
      entity: null,
      peerGroup: null,
    };
  }
}

export function cpuSeconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** A number below `count`, the small ones more often. */
function skewed(count: number, random: Random): number {
  return Math.floor(count * random.next() ** 1.5);
}

function labelOf(payment: LogEntry, label: 0 | 1): LogEntry {
  return { ...payment, kind: 'label', knownAt: payment.knownAt + labelDelayMs, values: { label, amount: null } };
}
