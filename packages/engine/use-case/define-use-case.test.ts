import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { type FeatureInput, type Words, words } from '../expressions/words.ts';
import { orders, told } from '../stages/features/fixtures/orders.ts';
import { defineUseCase } from './define-use-case.ts';
import type { QuotaPolicy } from './policy.ts';
import type { UseCase } from './use-case.ts';
import type { useCaseSchema } from './use-case-schema.ts';

const amount = ({ record }: Words) => ({ amount: { ...told, value: record('amount') } });
const valid = orders(amount);
const quotas = valid.policy as QuotaPolicy;

const defined = (value: (words: Words) => FeatureInput['value'], kind: 'number' | 'category' = 'number') =>
  defineUseCase(orders(words => ({ tried: { ...told, kind, value: value(words) } })));
const changed = (changes: Partial<UseCase>) => defineUseCase({ ...valid, ...changes });

describe('defining a use case', () => {
  it('gives plain, frozen data that a copy through JSON defines again', () => {
    const useCase = defineUseCase(valid);
    expect(defineUseCase(JSON.parse(JSON.stringify(useCase)) as UseCase)).toEqual(useCase);
    expect(Object.isFrozen(useCase.features[0].value)).toBe(true);
  });

  it('accepts every part that the interface has', () => {
    type Parsed = z.infer<typeof useCaseSchema>;
    expectTypeOf<keyof Parsed>().toEqualTypeOf<keyof UseCase>();
    expectTypeOf<keyof Parsed['label']>().toEqualTypeOf<keyof UseCase['label']>();
    expectTypeOf<keyof Parsed['training']>().toEqualTypeOf<keyof UseCase['training']>();
    expectTypeOf<keyof Parsed['policy']>().toEqualTypeOf<keyof UseCase['policy']>();
    expectTypeOf<keyof Parsed['peers']>().toEqualTypeOf<keyof UseCase['peers']>();
  });

  it('lists every part of a wrong shape', () => {
    const wrong = { ...valid, training: { ...valid.training, validationShare: 2, shares: [] } };
    expect(() => defineUseCase(wrong)).toThrow(
      expect.objectContaining({
        code: 'invalid-declaration',
        fields: [
          expect.objectContaining({ field: 'training.validationShare' }),
          expect.objectContaining({ field: 'training.shares' }),
        ],
      }),
    );
  });

  it.each<[string, Partial<UseCase>, RegExp]>([
    ['an unknown decided type', { decides: 'invoice' }, /decides expects one of order, visit; got `invoice`/],
    ['an unknown entity', { entityField: 'nobody' }, /entityField expects one of .*; got `nobody`/],
    [
      'a reason for no feature',
      { reasons: { ghost: valid.reasons.amount } },
      /reasons expects one of amount; got `ghost`/,
    ],
    ['a feature twice', { features: [...valid.features, ...valid.features] }, /every name once; got `amount` twice/],
    ['an unknown pattern', { features: [{ ...valid.features[0], pattern: 'x' }] }, /features.amount.pattern expects/],
    [
      'an unknown candidate',
      { training: { ...valid.training, choose: { kind: 'named', name: 'two' } } },
      /training.choose expects one of one; got `two`/,
    ],
    [
      'a lane for what nobody works',
      { policy: { ...quotas, lanes: [{ outcome: 'pass', capacity: { default: 1 }, randomShare: 0.1 }] } },
      /policy.lanes expects one of look; got `pass`/,
    ],
    [
      'a label whose time nobody can know',
      { label: { ...valid.label, columns: { label: 'is_fraud' } } },
      /label expects `columns.knownAt`, or `assumedDelayDays`/,
    ],
  ])('refuses %s', (_, changes, message) => {
    expect(() => changed(changes)).toThrow(message);
  });
});

describe('policies', () => {
  const { version, outcomes, rules } = quotas;
  const parts = { version, outcomes, rules };
  const free = { ifPositive: {}, ifNegative: {} };
  const costs = { pass: free, look: free };
  const scale = { baseScore: 600, baseOdds: 50, pointsToDouble: 20, lowest: 300, highest: 850 };

  it('may go by cost or by points', () => {
    expect(() => changed({ policy: { kind: 'thresholds', ...parts, costs, choose: 'per-event' } })).not.toThrow();
    expect(() => changed({ policy: { kind: 'points', ...parts, scale, cutOffs: { pass: 600 } } })).not.toThrow();
  });

  it.each<[string, Partial<UseCase>, RegExp]>([
    [
      'by cost that price not every outcome',
      { policy: { kind: 'thresholds', ...parts, costs: { pass: free }, choose: 'per-event' } },
      /policy.costs expects the costs of every outcome; got none of `look`/,
    ],
    [
      'that explore towards an outcome that there is not',
      {
        policy: { kind: 'thresholds', ...parts, costs, choose: 'per-event', exploration: { outcome: 'x', share: 0.1 } },
      },
      /policy.exploration expects one of pass, look; got `x`/,
    ],
    [
      'by points without a cut-off',
      { policy: { kind: 'points', ...parts, scale, cutOffs: {} } },
      /policy.cutOffs expects points for pass, fewer from one to the next/,
    ],
    [
      'by points with one for the last outcome, which gets the rest',
      { policy: { kind: 'points', ...parts, scale, cutOffs: { pass: 600, look: 500 } } },
      /policy.cutOffs expects one of pass; got `look`/,
    ],
    [
      'without costs, where the model is chosen by them',
      { training: { ...valid.training, choose: { kind: 'best', metric: 'cost' } } },
      /training.choose expects a figure that the policy has/,
    ],
    [
      'whose amount at stake is no feature',
      { training: { ...valid.training, amountFeature: 'ghost' } },
      /training.amountFeature expects one of amount; got `ghost`/,
    ],
  ])('are refused %s', (_, changes, message) => {
    expect(() => changed(changes)).toThrow(message);
  });
});

describe('the features of a use case', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'an unknown field',
      () => defined(({ record }) => record('weight')),
      /feature `tried`: `record` reads a field of `order`; got `weight`. It has order_id, /,
    ],
    [
      'an unknown lookup',
      () => defined(({ lookup, record }) => lookup('rates', record('code'))),
      /`lookup` reads a table of the use case; got `rates`. The tables are: fx/,
    ],
    [
      'an unknown feature',
      () => defined(({ feature }) => feature('ghost')),
      /`feature` reads another feature; got `ghost`/,
    ],
    [
      'an unknown label',
      () => defined(({ label }) => label('theft').count({ by: [], within: 'all' })),
      /`fraud`; got `theft`/,
    ],
    [
      'an unknown type of past records',
      () => defined(({ past }) => past({ of: 'invoice', by: [], within: 'all' }).count()),
      /got `invoice`. The types are: order, visit/,
    ],
    [
      'a field that the past record does not have',
      () => defined(({ past }) => past({ of: 'visit', by: 'user', within: 'all' }).count()),
      /`record` reads a field of `visit`; got `user`/,
    ],
    [
      'a category where a number is wanted',
      () => defined(({ minus, record }) => minus(record('amount'), record('code'))),
      /`minus` takes \(number, number\); got \(number, category\)/,
    ],
    [
      'a category declared as a number',
      () => defined(({ record }) => record('code')),
      /declared to be a number; `record` gives a category. Declare `kind: 'category'`/,
    ],
    [
      'a time as a feature',
      () => defined(({ record }) => record('ordered_at')),
      /declared to be a number; `record` gives a time. Take a part of the time/,
    ],
    [
      'branches of different kinds',
      () => defined(({ orElse, record }) => orElse(record('amount'), 'none')),
      /`orElse` chooses among values of one kind; got number, category/,
    ],
    [
      'a sum of categories',
      () => defined(({ past }) => past({ by: 'user', within: 'all' }).sum('code')),
      /`past\(…\).sum` takes a number; got a category/,
    ],
    [
      'a condition that is no boolean',
      () => defined(({ past, record }) => past({ by: [], within: 'all', where: record('amount') }).count()),
      /`where` of `past` takes a boolean; got a number/,
    ],
    [
      'a label rate without a prior',
      () => defined(({ label }) => label('fraud').rate({ by: 'shop', within: 'all' })),
      /`label\(…\).rate` takes a `prior`/,
    ],
    ['an unknown operator', () => defined(() => ({ op: 'peek' })), /expected an operator of the language; got `peek`/],
    [
      'a part of the wrong shape',
      () => defined(({ past }) => past({ by: [], within: { days: -1 } }).count()),
      /`past` has a wrong part `within/,
    ],
    [
      'an unknown zone',
      () => defined(({ month, record }) => month(record('ordered_at'), 'Lima')),
      /an IANA zone; got `Lima`/,
    ],
  ])('refuse %s', (_, define, message) => {
    expect(define).toThrow(message);
  });

  it.each(['is_fraud', 'fraud_known_at', 'fraud_amount', 'chargeback_flag'])(
    'refuse to read %s, which belongs to the label',
    column => {
      const message = /reads a column of the label, which is known only later.*label\('fraud'\).rate/;
      expect(() => defined(({ record }) => record(column))).toThrow(message);
      expect(() => defined(({ past }) => past({ by: [], within: 'all' }).mean(column))).toThrow(message);
    },
  );

  it('refuse to be made from themselves, also by way of the past', () => {
    const circle = () =>
      orders(({ feature, plus, past }) => ({
        a: { ...told, value: plus(feature('b'), 1) },
        b: { ...told, value: past({ by: [], within: 'all' }).sum(feature('a')) },
      }));
    expect(() => defineUseCase(circle())).toThrow(/feature `a`: it is made from itself: a → b → a/);
  });
});

describe('rules and peers', () => {
  const rule = (when: (words: Words) => FeatureInput['value']) => {
    const { policy } = valid;
    const text = { es: 'regla', en: 'rule' };
    const ruled = orders(amount, {
      policy: {
        ...policy,
        rules: [{ id: 'r', when: when(words), outcome: 'look', text, short: text }],
      },
    });
    return () => defineUseCase(ruled);
  };

  it('may read features and fields', () => {
    expect(rule(({ above, feature }) => above(feature('amount'), 3))).not.toThrow();
  });

  it('must give a truth', () => {
    expect(rule(({ feature }) => feature('amount'))).toThrow(/rule `r` expects an expression that gives a boolean/);
  });

  it('read no history but by a feature', () => {
    expect(rule(({ above, past }) => above(past({ by: [], within: 'all' }).count(), 3))).toThrow(
      /rule `r`: `past` cannot be read here. Declare a feature/,
    );
  });

  it('compare peers by fields alone', () => {
    const peers = { ...valid.peers, value: words.feature('amount') };
    expect(() => changed({ peers })).toThrow(/`feature\('amount'\)` cannot be read here/);
  });
});
