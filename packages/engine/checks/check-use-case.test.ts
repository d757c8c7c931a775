import { describe, expect, it } from 'vitest';
import { orders, told } from '../stages/features/fixtures/orders.ts';
import { defineUseCase } from '../use-case/define-use-case.ts';
import type { UseCase } from '../use-case/use-case.ts';
import { checkUseCase, type UseCaseFixtures } from './check-use-case.ts';

const useCase = defineUseCase(
  orders(({ record, past, label, feature, minus }) => ({
    usual: { ...told, value: past({ by: 'user', within: { days: 30 } }).mean('amount') },
    gap: { ...told, value: minus(record('amount'), feature('usual')) },
    risk: { ...told, value: label('fraud').rate({ by: 'shop', prior: 2, within: 'all' }) },
  })),
);

const order = { user: 'ana', shop: 'north', code: 'a1', amount: 10, quantity: 1 };
const given: UseCaseFixtures = {
  fixtures: {
    order: [
      { ...order, order_id: '1', ordered_at: '2024-03-01T10:00:00Z' },
      { ...order, order_id: '2', ordered_at: '2024-03-02T10:00:00Z', amount: 12.5 },
    ],
  },
};

describe('the conformance suite of use cases', () => {
  describe('passes a sound one', () => {
    // oxlint-disable-next-line vitest/expect-expect -- the checks assert
    it.each(checkUseCase(useCase, given))('$name', ({ run }) => run());
  });

  it.each<Finding>([
    {
      finds: 'a use case that changes in JSON',
      wrong: { ...useCase, allowedLatenessDays: undefined },
      by: 'survives JSON',
      message: /a copy through JSON differs/,
    },
    {
      finds: 'a fixture that cannot be read',
      fixtures: { fixtures: { order: [{ ...order, ordered_at: 'yesterday' }] } },
      by: 'reads every fixture',
      message: /fixture 1 of `order` should be read; refused for .*`ordered_at` \(not-a-date\)/,
    },
    {
      finds: 'no fixture at all',
      fixtures: { fixtures: {} },
      by: 'reads every fixture',
      message: /at least one fixture of `order`; got none/,
    },
    {
      finds: 'an example that cannot be read',
      wrong: { ...useCase, examples: [{ title: useCase.title, record: { amount: 1 } }] },
      by: 'reads every example that it shows',
      message: /example 1 should be read; refused for/,
    },
    {
      finds: 'a feature that never has a value',
      fixtures: { fixtures: { order: [{ ...given.fixtures.order[0], user: null }] } },
      by: 'gives every feature a value somewhere in a history of the fixtures',
      message: /usual, gap has none/,
    },
    {
      finds: 'a feature without a reason',
      wrong: { ...useCase, reasons: { usual: useCase.reasons.usual, gap: useCase.reasons.gap } },
      by: 'has a reason text for every feature',
      message: /`reasons` for every feature; risk has none/,
    },
    {
      finds: 'an exemption that is not needed',
      fixtures: { ...given, withoutReason: { gap: 'never shown' } },
      by: 'has a reason text for every feature',
      message: /`withoutReason` lists gap without need/,
    },
  ])('finds $finds', async ({ wrong = useCase, fixtures = given, by, message }) => {
    const check = checkUseCase(wrong, fixtures).find(({ name }) => name === by)!;
    await expect(check.run()).rejects.toThrow(message);
  });
});

interface Finding {
  readonly finds: string;
  readonly wrong?: UseCase;
  readonly fixtures?: UseCaseFixtures;
  /** Name of the check. */
  readonly by: string;
  readonly message: RegExp;
}
