import type { Figure } from '@rikuy/contracts';
import { Text } from '@mantine/core';
import { useTexts } from '../text/use-texts.ts';

interface FigureTextProps {
  readonly figure: Figure;
  readonly text: (value: number) => string;
}

/** A figure and, quieter, the interval that it lies in. */
export function FigureText({ figure, text }: FigureTextProps) {
  const { t } = useTexts();
  return (
    <>
      {text(figure.value)}{' '}
      <Text span size="xs" c="dimmed">
        {t('models.figureInterval', { low: text(figure.low), high: text(figure.high) })}
      </Text>
    </>
  );
}
