import { numberColumn, numbers, table, type Table } from '@rikuy/learn';
import { columnOf } from '../handbook-features/handbook-payments.ts';
import type { BookPayments } from './payments.ts';

/** Payments of a card that `cardSequences` gives, the latest being the payment itself. */
export const SEQUENCE_STEPS = 7;

/** The fifteen inputs of a payment. */
export const inputNames = ['TX_AMOUNT', 'TX_DURING_WEEKEND', 'TX_DURING_NIGHT', ...columnOf.values()];

/** Those of them that are money. */
export const amountNames = inputNames.filter(name => name.includes('AMOUNT'));

/** The columns of an input at the last so many payments, oldest first. */
export function sequenceColumns(input: string, steps: number): string[] {
  return Array.from({ length: steps }, (_, k) => columnAt(input, SEQUENCE_STEPS - steps + k + 1));
}

/** Each payment with those of its card before it; gaps before a card's first payment. */
export function cardSequences(payments: BookPayments, rows: Uint32Array): Table {
  const before = paymentsBefore(payments);
  const columns = new Map<string, ReturnType<typeof numbers>>();
  let at = Int32Array.from(rows);
  for (let step = SEQUENCE_STEPS; step >= 1; step--) {
    for (const input of inputNames) {
      const { values } = numberColumn(payments.X, input);
      columns.set(columnAt(input, step), numbers(Float32Array.from(at, row => (row < 0 ? NaN : values[row]))));
    }
    at = at.map(row => (row < 0 ? -1 : before[row]));
  }
  return table(columns);
}

function columnAt(input: string, step: number): string {
  return `${input}_${step}`;
}

/** The row of the payment before of the same card; −1 for its first. */
function paymentsBefore({ cards }: BookPayments): Int32Array {
  const latest = new Map<number, number>();
  return cards.map((card, row) => {
    const before = latest.get(card) ?? -1;
    latest.set(card, row);
    return before;
  });
}
