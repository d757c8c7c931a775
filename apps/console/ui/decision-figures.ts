import type { Decision } from '@rikuy/contracts';
import { useUseCase } from '../server/session.ts';
import { useTexts } from '../text/use-texts.ts';

export interface DecisionFigure {
  readonly name: string;
  readonly value: string;
  readonly hint: string;
}

/** The numbers of a decision that matter, by the kind of its policy: points come first where it decides by points. */
export function useDecisionFigures({
  assessment,
  score,
  amountAtStake,
  expectedValue,
}: Pick<Decision, 'assessment' | 'score' | 'amountAtStake' | 'expectedValue'>): readonly DecisionFigure[] {
  const { t, say, format } = useTexts();
  const { label } = useUseCase();
  const risk = {
    name: t('decision.score'),
    value: format.share(score, 1),
    hint: t('decision.scoreHint', { label: say(label.positive) }),
  };
  const atStake = {
    name: t('decision.atStake'),
    value: format.roundMoney(amountAtStake),
    hint: t('decision.atStakeHint'),
  };
  if (assessment?.kind === 'points')
    return [
      { name: t('decision.points'), value: format.integer(assessment.points), hint: t('decision.pointsHint') },
      risk,
      atStake,
    ];
  const expected = {
    name: t('decision.expected'),
    value: format.roundMoney(expectedValue),
    hint: t('decision.expectedHint'),
  };
  return [risk, atStake, expected];
}
