import type { Decision } from '@rikuy/contracts';
import { Text } from '@mantine/core';
import { BarRow } from '../charts/bar-row.tsx';
import { useUseCase } from '../server/session.ts';
import { useTexts } from '../text/use-texts.ts';
import { OutcomeChip } from './outcome-chip.tsx';

/** What each outcome would be expected to cost, the decided one named; nothing where the policy weighs no costs. */
export function ExpectedCosts({ decision }: { readonly decision: Pick<Decision, 'assessment' | 'outcome'> }) {
  const { t, format } = useTexts();
  const useCase = useUseCase();
  const { assessment, outcome } = decision;
  if (assessment?.kind !== 'thresholds') return null;
  const { costs, expectedCost } = assessment;
  const highest = Math.max(...Object.values(costs)) || 1;
  const inMoney = (amount: number) => format.roundMoney({ amount, currency: expectedCost.currency });
  return (
    <div>
      {useCase.outcomes
        .filter(({ code }) => costs[code] !== undefined)
        .map(({ code }) => (
          <BarRow
            key={code}
            title={<OutcomeChip useCase={useCase} outcome={code} />}
            hint={code === outcome ? t('decision.costsChosen') : undefined}
            value={Math.max(0, costs[code]) / highest}
            text={inMoney(costs[code])}
          />
        ))}
      <Text size="xs" c="dimmed" mt={4}>
        {t('decision.costsHint')}
      </Text>
    </div>
  );
}
