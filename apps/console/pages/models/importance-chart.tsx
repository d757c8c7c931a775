import type { Importance, ModelManifest } from '@rikuy/contracts';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BarRow } from '../../charts/bar-row.tsx';
import { featuresQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';
import { FeatureLink } from '../../ui/feature-link.tsx';

const shown = 15;

/** What moves the model's results, strongest first. */
export function ImportanceChart({ manifest: { importance, version } }: { readonly manifest: ModelManifest }) {
  const { t, say, format } = useTexts();
  const useCase = useUseCase();
  const { data: features = [] } = useQuery(featuresQuery(useCase.id));
  const ranked = importance.toSorted((one, other) => other.meanAbsoluteShap - one.meanAbsoluteShap);
  const most = ranked[0]?.meanAbsoluteShap ?? 1;
  const titleOf = (name: string) => {
    const feature = features.find(other => other.name === name);
    return feature ? say(feature.title) : name;
  };
  const columns: readonly Column<Importance>[] = [
    { title: t('decision.columnFeature'), value: row => row.feature },
    {
      title: t('models.meanShap'),
      value: row => row.meanAbsoluteShap,
      text: row => format.decimal(row.meanAbsoluteShap, 3),
      numeric: true,
    },
    { title: t('models.gain'), value: row => row.gain, text: row => format.plain(row.gain), numeric: true },
  ];
  return (
    <ChartFrame question={t('models.importanceTitle')} columns={columns} rows={ranked} file={`importance-${version}`}>
      {ranked.slice(0, shown).map(({ feature, meanAbsoluteShap }) => (
        <BarRow
          key={feature}
          title={<FeatureLink name={feature}>{titleOf(feature)}</FeatureLink>}
          value={meanAbsoluteShap / most}
          text={format.decimal(meanAbsoluteShap, 3)}
        />
      ))}
      <Text size="xs" c="dimmed" mt={4}>
        {t('models.importanceX')}
      </Text>
    </ChartFrame>
  );
}
