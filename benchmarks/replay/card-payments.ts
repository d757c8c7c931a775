import { days, hours, type UseCase } from '@rikuy/engine';
import { paymentsUseCase, told } from './bare-use-case.ts';

export const countries = ['PE', 'CL', 'CO', 'EC', 'BO', 'BR', 'US', 'ES', 'CN', 'PA'] as const;
export const currencies = ['PEN', 'USD', 'EUR'] as const;

/** Rates that change every month of the year that the events fall into, and one score per country. */
const lookups: UseCase['lookups'] = {
  fx: {
    title: told('fx').title,
    unit: null,
    rows: currencies.flatMap((key, i) =>
      Array.from({ length: 12 }, (_, month) => ({
        key,
        from: `2025-${String(month + 1).padStart(2, '0')}-01`,
        value: 0.25 * (i + 1) + month / 1000,
        source: 'benchmark',
      })),
    ),
  },
  country_score: {
    title: told('country_score').title,
    unit: null,
    rows: countries.map((key, i) => ({ key, from: '2024-01-01', value: i / 10, source: 'benchmark' })),
  },
};

/** Thirty features: windows over card, terminal and country, label rates of all three, lookups, distinct counts. */
export const cardPayments = paymentsUseCase({
  id: 'card-payments',
  fields: [
    { kind: 'identifier', ...told('card') },
    { kind: 'identifier', ...told('terminal') },
    { kind: 'category', ...told('country') },
    { kind: 'category', ...told('currency') },
    { kind: 'boolean', ...told('online') },
  ],
  entityField: 'card',
  lookups,
  features: words => {
    const { past, label, record, lookup, feature, times, dividedBy, minus, hour, isWeekend, log1p, eventTime } = words;
    const card = (within: ReturnType<typeof days>) => past({ by: 'card', within });
    const terminal = (within: ReturnType<typeof days>) => past({ by: 'terminal', within });
    return {
      amount_usd: times(record('amount'), lookup('fx', record('currency'))),
      amount_log: log1p(record('amount')),
      country_score: lookup('country_score', record('country')),
      hour: hour(eventTime()),
      weekend: isWeekend(eventTime()),
      card_count_1h: card(hours(1)).count(),
      card_count_1d: card(days(1)).count(),
      card_count_7d: card(days(7)).count(),
      card_count_30d: card(days(30)).count(),
      card_sum_1d: card(days(1)).sum('amount'),
      card_mean_7d: card(days(7)).mean('amount'),
      card_mean_30d: card(days(30)).mean('amount'),
      card_std_30d: card(days(30)).std('amount'),
      card_max_30d: card(days(30)).max('amount'),
      card_terminals_7d: card(days(7)).distinct('terminal'),
      card_countries_30d: card(days(30)).distinct('country'),
      card_online_30d: card(days(30)).share('online'),
      card_since_last: card(days(30)).daysSinceLast(),
      amount_gap: minus(record('amount'), feature('card_mean_30d')),
      amount_ratio: dividedBy(record('amount'), feature('card_max_30d')),
      terminal_count_1d: terminal(days(1)).count(),
      terminal_count_7d: terminal(days(7)).count(),
      terminal_mean_7d: terminal(days(7)).mean('amount'),
      terminal_cards_1d: terminal(days(1)).distinct('card'),
      terminal_median_7d: terminal(days(7)).median('amount'),
      country_count_1d: past({ by: 'country', within: days(1) }).count(),
      country_mean_7d: past({ by: 'country', within: days(7) }).mean('amount'),
      terminal_fraud_rate: label('fraud').rate({ by: 'terminal', backOff: ['country'], prior: 20, within: days(60) }),
      card_frauds: label('fraud').positives({ by: 'card', within: days(60) }),
      country_fraud_rate: label('fraud').rate({ by: 'country', prior: 50, within: days(30) }),
    };
  },
});
