import { hours, type UseCase } from '@rikuy/engine';
import { paymentsUseCase, told } from '../replay/bare-use-case.ts';

/** Days after which the truth of a payment is known. */
export const labelDelayDays = 7;

/** Lengths of the book's windows. */
export const windowDays = [1, 7, 30] as const;

/**
 * Days as the book's windows count them: open on the left, `(t − days, t]`. Ours are closed there, and times are whole
 * seconds, so half a second less is the same.
 */
const openDays = (days: number) => hours(days * 24 - 0.5 / 3600);

/**
 * The twelve window columns of the book "Reproducible Machine Learning for Credit Card Fraud Detection" (Le Borgne et
 * al. 2022, chapter 3). Its customer windows hold the payment itself, which ours count for later ones only. As every
 * payment's truth is known a week later and not before, the labels known now of the last 8 days are those of the day
 * that ended a week ago.
 */
export const handbookPayments: UseCase = paymentsUseCase({
  id: 'handbook-payments',
  fields: [
    { kind: 'identifier', ...told('customer') },
    { kind: 'identifier', ...told('terminal') },
  ],
  entityField: 'customer',
  features: ({ past, label, record, feature, plus, dividedBy, orElse }) => {
    const columns = windowDays.map(days => {
      const customer = past({ by: 'customer', within: openDays(days) });
      const terminal = { by: 'terminal', within: openDays(labelDelayDays + days) };
      const customerCount = `customer_count_${days}d`;
      const terminalCount = `terminal_count_${days}d`;
      const frauds = label('fraud').positives(terminal);
      return {
        [customerCount]: plus(customer.count(), 1),
        [`customer_mean_${days}d`]: dividedBy(plus(customer.sum('amount'), record('amount')), feature(customerCount)),
        [terminalCount]: label('fraud').count(terminal),
        [`terminal_risk_${days}d`]: orElse(dividedBy(frauds, feature(terminalCount)), 0),
      };
    });
    return Object.assign({}, ...columns);
  },
});

/** The book's name of each of our features. */
export const columnOf: ReadonlyMap<string, string> = new Map(
  windowDays.flatMap(days => [
    [`customer_count_${days}d`, `CUSTOMER_ID_NB_TX_${days}DAY_WINDOW`],
    [`customer_mean_${days}d`, `CUSTOMER_ID_AVG_AMOUNT_${days}DAY_WINDOW`],
    [`terminal_count_${days}d`, `TERMINAL_ID_NB_TX_${days}DAY_WINDOW`],
    [`terminal_risk_${days}d`, `TERMINAL_ID_RISK_${days}DAY_WINDOW`],
  ]),
);
