import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFeatureEngine } from '../stages/features/feature-engine.ts';
import { order, orders, start, told, verdict } from '../stages/features/fixtures/orders.ts';
import { defineUseCase } from '../use-case/define-use-case.ts';
import { operators } from './catalogue.ts';
import { formulaOf, kindOf } from './check-expression.ts';
import { days, hours } from './duration.ts';
import type { Expression, Kind } from './expression.ts';
import { figures } from './figures.ts';
import { readsOfFeatures, useCaseScope } from './use-case-scope.ts';
import { type Words, words } from './words.ts';

const { record, constant, feature, past, label, lookup } = words;

/** At 2024-01-05 19:30 in Lima, a Friday; it is Saturday in UTC. */
const now = order('now', 24 * 5 + 0.5, {
  user: 'ana',
  shop: 'no|rth',
  code: '640399',
  amount: 12,
  quantity: 4,
  is_gift: true,
  promised_at: start + 24 * 7 * 3_600_000,
});
/** What happened before it, the second unusual in every way. */
const before = [
  order('1', 1, { user: 'ana', shop: 'no|rth', code: '640311', amount: 2, quantity: 1, is_gift: true }),
  order('2', 24 * 4, { user: 'ana', shop: 'south', code: '640399', amount: 6, quantity: 2, is_gift: false }),
  order('3', 24 * 4, { user: 'ben', shop: 'south', code: '110000', amount: 1, quantity: 1, is_gift: null }),
];
const known = [verdict(before[0], 1, 24 * 4, 50), verdict(before[2], 0, 24 * 4.5)];

const gap = (given: Words) => ({ gap: { ...told, value: given.minus(given.record('amount'), 2) } });

interface Case {
  readonly of: string;
  readonly expression: Expression;
  readonly kind: Kind;
  readonly value: number | string | null;
  readonly formula: string;
}

const missingNumber = words.dividedBy(1, 0);

const cases: readonly Case[] = [
  ...each('record', 'number', [[record('amount'), 12, 'amount']]),
  ...each('record', 'category', [[record('code'), '640399', 'code']]),
  ...each('record', 'boolean', [[record('is_gift'), 1, 'is_gift']]),
  ...each('constant', 'number', [[constant(5), 5, '5']]),
  ...each('constant', 'category', [[constant('x'), 'x', '"x"']]),
  ...each('constant', 'boolean', [[constant(true), 1, 'true']]),
  ...each('eventTime', 'time', [[words.eventTime(), now.eventTime, 'event time']]),
  ...each('feature', 'number', [[feature('gap'), 10, 'gap']]),
  ...each('lookup', 'number', [
    [lookup('fx', 'PEN'), 0.25, 'fx["PEN"] on the day'],
    [lookup('fx', record('code')), null, 'fx[code] on the day'],
  ]),
  ...each('plus', 'number', [
    [words.plus(record('amount'), 1, 2), 15, 'amount + 1 + 2'],
    [words.plus(record('amount'), missingNumber), null, 'amount + (1 ÷ 0)'],
  ]),
  ...each('minus', 'number', [[words.minus(record('amount'), record('is_gift')), 11, 'amount − is_gift']]),
  ...each('times', 'number', [[words.times(2, words.plus(record('amount'), 1)), 26, '2 × (amount + 1)']]),
  ...each('dividedBy', 'number', [
    [words.dividedBy(record('amount'), record('quantity')), 3, 'amount ÷ quantity'],
    [words.dividedBy(record('amount'), 0), null, 'amount ÷ 0'],
  ]),
  ...each('smallest', 'number', [[words.smallest(record('amount'), 3, 7), 3, 'smallest(amount, 3, 7)']]),
  ...each('largest', 'number', [[words.largest(record('amount'), 3, 7), 12, 'largest(amount, 3, 7)']]),
  ...each('log1p', 'number', [
    [words.log1p(words.minus(record('amount'), 12)), 0, 'log(1 + (amount − 12))'],
    [words.log1p(-1), null, 'log(1 + -1)'],
  ]),
  ...each('absolute', 'number', [[words.absolute(-4), 4, '|-4|']]),
  ...each('below', 'boolean', [
    [words.below(record('amount'), 12), 0, 'amount < 12'],
    [words.below(missingNumber, 12), null, '(1 ÷ 0) < 12'],
  ]),
  ...each('above', 'boolean', [[words.above(record('amount'), 11), 1, 'amount > 11']]),
  ...each('atMost', 'boolean', [[words.atMost(record('amount'), 12), 1, 'amount ≤ 12']]),
  ...each('atLeast', 'boolean', [[words.atLeast(record('amount'), 13), 0, 'amount ≥ 13']]),
  ...each('equals', 'boolean', [
    [words.equals(record('code'), '640399'), 1, 'code = "640399"'],
    [words.equals(record('amount'), 3), 0, 'amount = 3'],
    [words.equals(record('is_gift'), true), 1, 'is_gift = true'],
    [words.equals(record('amount'), missingNumber), null, 'amount = (1 ÷ 0)'],
  ]),
  ...each('isOneOf', 'boolean', [[words.isOneOf(record('user'), ['ana', 'eva']), 1, 'user ∈ {ana, eva}']]),
  ...each('and', 'boolean', [
    [words.and(record('is_gift'), true), 1, 'is_gift and true'],
    [words.and(words.below(missingNumber, 1), false), 0, '((1 ÷ 0) < 1) and false'],
    [words.and(words.below(missingNumber, 1), true), null, '((1 ÷ 0) < 1) and true'],
  ]),
  ...each('or', 'boolean', [
    [words.or(false, false), 0, 'false or false'],
    [words.or(words.below(missingNumber, 1), true), 1, '((1 ÷ 0) < 1) or true'],
    [words.or(words.below(missingNumber, 1), false), null, '((1 ÷ 0) < 1) or false'],
  ]),
  ...each('not', 'boolean', [
    [words.not(record('is_gift')), 0, 'not is_gift'],
    [words.not(words.below(missingNumber, 1)), null, 'not ((1 ÷ 0) < 1)'],
  ]),
  ...each('isMissing', 'boolean', [
    [words.isMissing(record('amount')), 0, 'amount is missing'],
    [words.isMissing(missingNumber), 1, '(1 ÷ 0) is missing'],
  ]),
  ...each('orElse', 'number', [
    [words.orElse(missingNumber, record('amount'), 3), 12, '(1 ÷ 0) or else amount or else 3'],
    [words.orElse(missingNumber, missingNumber), null, '(1 ÷ 0) or else (1 ÷ 0)'],
  ]),
  ...each('when', 'category', [
    [
      words
        .when(words.above(record('amount'), 3))
        .then('large')
        .otherwise(record('code')),
      'large',
      'when (amount > 3) then "large" otherwise code',
    ],
    [
      words.when(words.above(missingNumber, 3)).then('large').otherwise('unknown'),
      'unknown',
      'when ((1 ÷ 0) > 3) then "large" otherwise "unknown"',
    ],
  ]),
  ...each('first', 'category', [
    [words.first(record('code'), 2), '64', 'first 2 of code'],
    [words.first(record('user'), 9), 'ana', 'first 9 of user'],
  ]),
  ...each('together', 'category', [
    [words.together(record('shop'), record('amount')), String.raw`no\|rth|12`, '(shop, amount)'],
    [words.together(record('shop'), missingNumber), null, '(shop, (1 ÷ 0))'],
  ]),
  ...each('ordinal', 'number', [
    [words.ordinal(record('user'), ['ben', 'ana']), 1, 'position of user in {ben, ana}'],
    [words.ordinal(record('user'), ['ben']), null, 'position of user in {ben}'],
  ]),
  ...each('daysBetween', 'number', [
    [
      words.daysBetween(record('ordered_at'), record('promised_at')),
      2 - 0.5 / 24,
      'days from ordered_at to promised_at',
    ],
  ]),
  ...each('month', 'number', [[words.month(record('ordered_at')), 1, 'month(ordered_at)']]),
  ...each('quarter', 'number', [[words.quarter(record('ordered_at')), 1, 'quarter(ordered_at)']]),
  ...each('dayOfWeek', 'number', [
    [words.dayOfWeek(record('ordered_at')), 5, 'dayOfWeek(ordered_at)'],
    [words.dayOfWeek(record('ordered_at'), 'UTC'), 6, 'dayOfWeek(ordered_at)'],
  ]),
  ...each('hour', 'number', [[words.hour(record('ordered_at')), 19, 'hour(ordered_at)']]),
  ...each('isWeekend', 'boolean', [
    [words.isWeekend(record('ordered_at')), 0, 'isWeekend(ordered_at)'],
    [words.isWeekend(record('ordered_at'), 'UTC'), 1, 'isWeekend(ordered_at)'],
  ]),
  ...each('past', 'number', [
    [past({ by: 'user', within: days(90) }).count(), 2, 'count over past events by user, within 90 days'],
    [
      past({ by: 'user', within: hours(48) }).sum('amount'),
      6,
      'sum of amount over past events by user, within 48 hours',
    ],
    [past({ by: 'user', within: 'all' }).mean('amount'), 4, 'mean of amount over past events by user, ever'],
    [past({ by: 'user', within: 'all' }).median('amount'), 4, 'median of amount over past events by user, ever'],
    [
      past({ by: 'user', within: 'all' }).std('amount'),
      Math.sqrt(8),
      'standard deviation of amount over past events by user, ever',
    ],
    [past({ by: 'user', within: 'all' }).min('amount'), 2, 'smallest amount over past events by user, ever'],
    [past({ by: 'user', within: 'all' }).max('amount'), 6, 'largest amount over past events by user, ever'],
    [past({ by: [], within: 'all' }).distinct('shop'), 2, 'number of different shop over past events of all, ever'],
    [past({ by: 'user', within: 'all' }).recent('amount'), 6, 'newest amount over past events by user, ever'],
    [
      past({ by: 'user', within: 'all' }).recent('amount', 2),
      2,
      'amount of the newest but 1 over past events by user, ever',
    ],
    [
      past({ by: 'user', within: 'all' }).recent('amount', 3),
      null,
      'amount of the newest but 2 over past events by user, ever',
    ],
    [past({ by: [], within: 'all' }).share('is_gift'), 0.5, 'share of is_gift over past events of all, ever'],
    [
      past({ by: 'user', within: 'all' }).daysSinceLast(),
      1 + 0.5 / 24,
      'days since the last over past events by user, ever',
    ],
    [
      past({ by: 'user', within: 'all' }).daysSinceFirst(),
      5 - 0.5 / 24,
      'days since the first over past events by user, ever',
    ],
    [
      past({ by: 'user', within: 'all', where: words.above(record('amount'), 3) }).count(),
      1,
      'count over past events by user, ever where (amount > 3)',
    ],
    [
      past({ by: words.first(record('code'), 4), within: 'all' }).count(),
      2,
      'count over past events by (first 4 of code), ever',
    ],
    [past({ by: ['user', 'code'], within: 'all' }).count(), 1, 'count over past events by (user, code), ever'],
    [past({ by: missingNumber, within: 'all' }).count(), null, 'count over past events by (1 ÷ 0), ever'],
    [past({ by: 'user', within: 'all' }).mean(feature('gap')), 2, 'mean of gap over past events by user, ever'],
  ]),
  ...each('label', 'number', [
    [label('fraud').count({ by: [], within: 'all' }), 2, 'known number of fraud of all, ever'],
    [label('fraud').positives({ by: 'user', within: days(9) }), 1, 'known positives of fraud by user, within 9 days'],
    [label('fraud').sum({ by: 'user', within: 'all' }), 50, 'known amount of fraud by user, ever'],
    [label('fraud').rate({ by: [], within: 'all' }), 0.5, 'known rate of fraud of all, ever'],
    [
      label('fraud').rate({ by: 'shop', prior: 2, within: 'all' }),
      (1 + 2 * 0.5) / 3,
      'known rate of fraud by shop, ever, smoothed by 2 towards all',
    ],
    [
      label('fraud').rate({ by: 'code', backOff: [words.first(record('code'), 4)], prior: 1, within: 'all' }),
      // No label of the code itself; one positive of its first four digits; one of two in all.
      (1 + 0.5) / 2,
      'known rate of fraud by code, ever, smoothed by 1 towards (first 4 of code), then all',
    ],
  ]),
];

describe('the operators', () => {
  it.each(cases)('$of: $formula', ({ expression, kind, value, formula }) => {
    expect(kindOf(expression, scope)).toBe(kind);
    expect(formulaOf(expression, scope)).toBe(formula);
    expect(valueOf(expression, kind)).toBe(value);
  });

  it('are all in the catalogue, and all tried here', () => {
    const files = readdirSync(new URL('operators', import.meta.url)).length;
    expect(operators).toHaveLength(files);
    expect(new Set(cases.map(({ of }) => of))).toEqual(new Set(operators.map(({ name }) => name)));
    expect(Object.keys(words).sort()).toEqual(operators.map(({ name }) => name).sort());
  });

  it('say what they do in one sentence', () => {
    for (const { summary } of operators) expect(summary).toMatch(/^[A-Z].*\.$/);
    for (const { summary } of Object.values(figures)) expect(summary).toMatch(/^[A-Z].*\.$/);
  });

  it('are plain data that survives JSON', () => {
    for (const { expression } of cases) expect(JSON.parse(JSON.stringify(expression))).toEqual(expression);
  });
});

describe('the figures of past events', () => {
  it('are all in the catalogue, and all tried here', () => {
    const files = readdirSync(new URL('figures', import.meta.url)).length;
    expect(Object.keys(figures)).toHaveLength(files);
    const tried = cases.filter(({ of }) => of === 'past').map(({ expression }) => expression.figure);
    expect(new Set(tried)).toEqual(new Set(Object.keys(figures)));
  });
});

const scope = useCaseScope(orders(gap), { subject: 'test', reads: readsOfFeatures });

/** The value of an expression as a feature of `now`; times, which no feature may be, as days since 1970. */
function valueOf(value: Expression, kind: Kind): number | string | null {
  const feature = kind === 'time' ? words.daysBetween(value, words.eventTime()) : value;
  const useCase = defineUseCase(
    orders(given => ({
      ...gap(given),
      tried: { ...told, kind: kind === 'category' ? kind : 'number', value: feature },
    })),
  );
  const engine = createFeatureEngine(useCase);
  for (const entry of [...before, ...known]) engine.take(entry);
  const found = engine.toVector(engine.observe(now)).tried;
  return kind === 'time' ? now.eventTime - Number(found) : found;
}

function each(
  of: string,
  kind: Kind,
  tried: readonly (readonly [Expression, Case['value'], string])[],
): readonly Case[] {
  return tried.map(([expression, value, formula]) => ({ of, kind, expression, value, formula }));
}
