import type { QueueItem } from '@rikuy/contracts';
import { Text, Tooltip } from '@mantine/core';
import { useTexts } from '../../text/use-texts.ts';

/** Says when a case was not picked by the model: drawn at random, or ordered by a rule. */
export function LaneMark({ lane }: Pick<QueueItem, 'lane'>) {
  const { t } = useTexts();
  if (lane === 'model') return null;
  const isRandom = lane === 'random';
  return (
    <Tooltip label={isRandom ? t('common.randomHint') : t('common.ruleHint')} multiline w={260}>
      <Text size="xs" c="dimmed">
        {isRandom ? t('common.random') : t('common.rule')}
      </Text>
    </Tooltip>
  );
}
