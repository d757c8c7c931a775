import type { Evaluation, Figure } from '@rikuy/contracts';
import { SimpleGrid } from '@mantine/core';
import { useTexts } from '../../text/use-texts.ts';
import { FigureText } from '../../ui/figure-text.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';

/** The figures of one evaluation, each with what it means. */
export function EvaluationFigures({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t, format } = useTexts();
  const { rocAuc, averagePrecision, brier, logLoss, ks, positives, rows } = evaluation;
  const three = (value: number) => format.decimal(value, 3);
  const bounded = (figure: Figure) => <FigureText figure={figure} text={three} />;
  return (
    <SimpleGrid cols={{ base: 2, md: 3, xl: 6 }} spacing="sm">
      <KeyFigure label={t('models.rocAuc')} value={bounded(rocAuc)} hint={t('models.rocAucHint')} />
      <KeyFigure
        label={t('models.averagePrecision')}
        value={bounded(averagePrecision)}
        hint={t('models.averagePrecisionHint')}
      />
      <KeyFigure
        label={t('models.baseRate')}
        value={format.share(positives / rows, 1)}
        hint={t('models.baseRateHint')}
      />
      <KeyFigure label={t('models.ks')} value={three(ks)} hint={t('models.ksHint')} />
      <KeyFigure label={t('models.brier')} value={three(brier)} hint={t('models.brierHint')} />
      <KeyFigure label={t('models.logLoss')} value={three(logLoss)} hint={t('models.logLossHint')} />
    </SimpleGrid>
  );
}
