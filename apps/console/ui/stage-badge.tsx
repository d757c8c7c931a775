import type { ModelSummary } from '@rikuy/contracts';
import { Badge } from '@mantine/core';
import { useTexts } from '../text/use-texts.ts';

const looks = { champion: 'filled', shadow: 'light', candidate: 'outline', retired: 'default' } as const;

export function StageBadge({ stage }: Pick<ModelSummary, 'stage'>) {
  const { t } = useTexts();
  return (
    <Badge variant={looks[stage]} tt="none" miw="max-content">
      {t(`models.stages.${stage}`)}
    </Badge>
  );
}
