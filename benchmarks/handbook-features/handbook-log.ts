import type { EngineEntry } from '@rikuy/engine';
import { openFile } from '@rikuy/files';
import { labelDelayDays } from './handbook-payments.ts';

const labelDelayMs = labelDelayDays * 86_400_000;
const second = 1000;

/** The payments of the file in columns, in its order, which is that of their times. */
export interface Payments {
  readonly ids: readonly string[];
  readonly customers: readonly string[];
  readonly terminals: readonly string[];
  /** Epoch ms, whole seconds. */
  readonly times: readonly number[];
  readonly amounts: readonly number[];
  readonly frauds: readonly (0 | 1)[];
}

export async function readPayments(path: string): Promise<Payments> {
  const [ids, customers, terminals, times, amounts, frauds] = [[], [], [], [], [], []] as [
    string[],
    string[],
    string[],
    number[],
    number[],
    (0 | 1)[],
  ];
  for await (const { rows } of openFile(path).rows({ skip: 0, batch: 5000 })) {
    for (const { values } of rows) {
      ids.push(String(values.TRANSACTION_ID));
      customers.push(String(values.CUSTOMER_ID));
      terminals.push(String(values.TERMINAL_ID));
      times.push(Date.parse(`${String(values.TX_DATETIME)}Z`));
      amounts.push(Number(values.TX_AMOUNT));
      frauds.push(Number(values.TX_FRAUD) === 1 ? 1 : 0);
    }
  }
  return { ids, customers, terminals, times, amounts, frauds };
}

/**
 * Payments and, a week after each, its label, in the order in which they became known. Payments of one second come in
 * the file's order, a millisecond apart, as the book counts the earlier of them for the later. What is known in the
 * second of a payment is known to it.
 */
export function* entriesOf(payments: Payments): Generator<EngineEntry> {
  const { times } = payments;
  let nextLabel = 0;
  let rank = 0;
  for (let i = 0; i < times.length; i++) {
    rank = times[i] === times[i - 1] ? rank + 1 : 0;
    for (; times[nextLabel] + labelDelayMs <= times[i]; nextLabel++) yield labelOf(payments, nextLabel);
    yield paymentOf(payments, i, times[i] + (rank % second));
  }
}

// oxlint-disable-next-line max-params -- the parts of one entry
function paymentOf({ ids, customers, terminals, amounts }: Payments, i: number, time: number): EngineEntry {
  const [payment_id, customer, terminal, amount] = [ids[i], customers[i], terminals[i], amounts[i]];
  return {
    kind: 'record',
    recordType: 'payment',
    eventId: payment_id,
    eventTime: time,
    knownAt: time,
    values: { payment_id, paid_at: time, customer, terminal, amount },
  };
}

function labelOf({ ids, times, frauds }: Payments, i: number): EngineEntry {
  return {
    kind: 'label',
    recordType: 'payment',
    eventId: ids[i],
    eventTime: times[i],
    knownAt: times[i] + labelDelayMs,
    values: { label: frauds[i], amount: null },
  };
}
