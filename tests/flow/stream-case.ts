import { days, hours, type LogEntry, type UseCase } from '@rikuy/engine';
import { type Random, seeded } from '@rikuy/learn';
import { paymentsUseCase, told } from '../../benchmarks/replay/bare-use-case.ts';

/** Payments with a feature of every kind that reads history. */
export const streamCase: UseCase = paymentsUseCase({
  id: 'stream',
  fields: [
    { kind: 'identifier', ...told('card') },
    { kind: 'identifier', ...told('terminal') },
    { kind: 'category', ...told('country') },
    { kind: 'boolean', ...told('online') },
  ],
  entityField: 'card',
  features: ({ past, label, record, feature, dividedBy, first }) => {
    const card = past({ by: 'card', within: days(30) });
    const terminal = past({ by: ['terminal', 'country'], within: hours(36) });
    const all = past({ by: [], within: 'all' });
    return {
      card_count: card.count(),
      card_sum: card.sum('amount'),
      card_mean: card.mean('amount'),
      card_median: card.median('amount'),
      card_std: card.std('amount'),
      card_min: card.min('amount'),
      card_max: card.max('amount'),
      card_terminals: card.distinct('terminal'),
      card_online: card.share('online'),
      card_last: card.daysSinceLast(),
      card_first: card.daysSinceFirst(),
      card_previous: card.recent('amount'),
      card_third: card.recent('amount', 3),
      own_ratio: dividedBy(record('amount'), feature('card_mean')),
      terminal_count: terminal.count(),
      terminal_std: terminal.std('amount'),
      all_median: all.median('amount'),
      all_cards: all.distinct('card'),
      group_rate: label('fraud').rate({
        by: ['terminal', 'country'],
        backOff: [first(record('terminal'), 1)],
        prior: 4,
        within: days(60),
      }),
      card_frauds: label('fraud').positives({ by: 'card', within: 'all' }),
      terminal_damage: label('fraud').sum({ by: 'terminal', within: days(60) }),
    };
  },
});

const start = Date.UTC(2025, 0, 1);
const hourMs = 3_600_000;

/**
 * A stream in the order of arrival: a third of the payments late by up to twenty days, some sent twice, some of the very
 * same time; labels days later, some before their payment has arrived, some corrected, some repeated.
 */
export function stream(seed: number, payments: number): LogEntry[] {
  const random = seeded(seed);
  const arrivals: LogEntry[] = [];
  for (let i = 0; i < payments; i++) {
    const happened = start + Math.floor(i / 2) * hourMs;
    const late = random.next() < 0.33 ? Math.floor(random.next() * 480) * hourMs : 0;
    const payment = paymentOf(i, { happened, knownAt: happened + late }, random);
    arrivals.push(payment);
    if (random.next() < 0.1) arrivals.push({ ...payment, knownAt: payment.knownAt + 5 * hourMs });
    arrivals.push(...labelsOf(payment, random));
  }
  return inOrder(arrivals);
}

function paymentOf(i: number, at: { happened: number; knownAt: number }, random: Random): LogEntry {
  const pick = (prefix: string, among: number): string => `${prefix}${Math.floor(among * random.next() ** 2)}`;
  const eventId = `p${i}`;
  return {
    useCase: streamCase.id,
    kind: 'record',
    recordType: 'payment',
    eventId,
    eventTime: at.happened,
    knownAt: at.knownAt,
    values: {
      payment_id: eventId,
      paid_at: at.happened,
      amount: random.next() < 0.05 ? null : Math.round(random.next() * 1e6) / 700,
      card: random.next() < 0.05 ? null : pick('card ', 6),
      terminal: pick('t|', 5),
      country: pick('país ', 3),
      online: random.next() < 0.5,
    },
    hidden: null,
    entity: null,
    peerGroup: null,
  };
}

function labelsOf(payment: LogEntry, random: Random): LogEntry[] {
  if (random.next() < 0.5) return [];
  const label = (truth: 0 | 1, afterHours: number): LogEntry => ({
    ...payment,
    kind: 'label',
    knownAt: payment.eventTime + afterHours * hourMs,
    values: { label: truth, amount: random.next() < 0.5 ? null : random.next() * 100 },
  });
  const first = label(random.next() < 0.3 ? 1 : 0, 24 + Math.floor(random.next() * 200));
  const truth = first.values.label as 0 | 1;
  if (random.next() < 0.3) return [first, label(truth === 1 ? 0 : 1, 300)];
  return random.next() < 0.2 ? [first, { ...first, knownAt: first.knownAt + hourMs }] : [first];
}

/** By time known, each at a time of its own, as the clock of a server gives them. */
function inOrder(arrivals: readonly LogEntry[]): LogEntry[] {
  return arrivals
    .toSorted((a, b) => a.knownAt - b.knownAt)
    .map((entry, i) => ({ ...entry, knownAt: entry.knownAt + i }));
}
