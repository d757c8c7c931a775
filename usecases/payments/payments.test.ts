import { describe, expect, it } from 'vitest';
import { sequenceSteps } from './features/last-payments.ts';
import { payments } from './payments.ts';

const namedInTheSpecification = [
  'transaction_frequency',
  'normalized_amount',
  'log_amount',
  'hour_of_day',
  'day_of_week',
  'month',
  'avg_amount_per_account',
  'total_transactions',
  'max_amount_per_account',
  'amount_vs_avg',
  'amount_vs_max',
  'new_counterparty',
  'mcc_risk',
];

describe('payments', () => {
  it('has every feature by the name that users asked for', () => {
    const names = payments.features.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(namedInTheSpecification));
    expect(new Set(names).size).toBe(names.length);
  });

  it('has the last payments of the account as a sequence of whole channels', () => {
    const steps = payments.features.flatMap(({ sequence }) => sequence ?? []);
    const ofChannel = Map.groupBy(steps, ({ channel }) => channel);
    expect(ofChannel.size).toBeGreaterThanOrEqual(4);
    for (const one of ofChannel.values())
      expect(one.map(({ step }) => step)).toEqual(Array.from({ length: sequenceSteps }, (_, i) => i + 1));
  });

  it('has a reason for every feature and no other', () => {
    expect(Object.keys(payments.reasons).sort()).toEqual(payments.features.map(({ name }) => name).sort());
  });

  it('fills in the same figures in both languages', () => {
    const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    const texts = Object.values(payments.reasons).flatMap(({ raises, lowers, unusual = [] }) =>
      [raises, lowers].concat(unusual),
    );
    for (const { es, en } of texts) expect(placeholders(es)).toEqual(placeholders(en));
  });

  it('says in words of oddness, not of risk, what the autoencoder finds unusual', () => {
    const [autoencoder] = payments.training.candidates;
    const { columns } = autoencoder.estimator.parts![0].parts![0].params as { columns: readonly string[] };
    expect(columns.filter(name => !payments.reasons[name].unusual)).toEqual([]);
    expect(columns.filter(name => name.endsWith('_risk'))).toEqual([]);
  });

  it('aims at every planted pattern with some feature, and at nothing else', () => {
    const aimed = payments.features.flatMap(({ pattern }) => pattern ?? []);
    expect([...new Set(aimed)].sort()).toEqual(Object.keys(payments.patterns).sort());
  });

  it('names the models in the order asked for', () => {
    expect(payments.training.candidates.map(({ name }) => name)).toEqual([
      'autoencoder',
      'dense_network',
      'sequence_network',
      'gradient_boosting',
      'vote',
    ]);
  });

  it('gives every alias to one field only', () => {
    const fold = (name: string): string => name.toLowerCase().replaceAll(/[\s_]/g, '');
    const names = payments.records.payment.fields.flatMap(({ name, aliases }) => [name, ...aliases]).map(fold);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('names a source on every row of every dated table', () => {
    for (const { rows } of Object.values(payments.lookups))
      expect(rows.every(({ source, from }) => source.length > 3 && /^\d{4}-\d{2}-\d{2}$/.test(from))).toBe(true);
  });
});
