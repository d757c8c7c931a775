import type { Evaluation, Figure, PatternDetection } from '@rikuy/contracts';
import { Group, SegmentedControl, Text } from '@mantine/core';
import { BarRow } from '../../charts/bar-row.tsx';
import { useTexts } from '../../text/use-texts.ts';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';
import { usePatternTitle } from '../../ui/pattern-title.ts';

interface PatternDetectionChartProps {
  readonly evaluation: Evaluation;
  readonly share: number | undefined;
  readonly onShare: (share: number) => void;
}

/** How much of each known pattern is found when a share is inspected. */
export function PatternDetectionChart({ evaluation: { patterns, model }, share, onShare }: PatternDetectionChartProps) {
  const { t, format } = useTexts();
  const titleOf = usePatternTitle();
  const shares = patterns[0]?.recall.map(entry => entry.share) ?? [];
  const chosen = shares.find(other => other === share) ?? shares.find(other => other >= 0.05) ?? shares[0] ?? 0;
  const columns = usePatternColumns(chosen);
  return (
    <ChartFrame question={t('models.patternsTitle')} columns={columns} rows={patterns} file={`patterns-${model}`}>
      {patterns.length === 0 && <Text c="dimmed">{t('models.patternsEmpty')}</Text>}
      {shares.length > 1 && (
        <Group gap="sm" mb="sm" className="screen-only">
          <Text size="sm">{t('models.patternsShare')}</Text>
          <SegmentedControl
            size="xs"
            aria-label={t('models.patternsShare')}
            value={String(chosen)}
            onChange={value => onShare(Number(value))}
            data={shares.map(value => ({ value: String(value), label: format.share(value) }))}
          />
        </Group>
      )}
      {patterns.map(pattern => {
        const recall = recallAt(pattern, chosen);
        return (
          recall && (
            <BarRow
              key={pattern.pattern}
              title={titleOf(pattern.pattern)}
              hint={t('models.patternRows', { count: pattern.rows })}
              value={recall.value}
              interval={recall}
              text={format.share(recall.value)}
            />
          )
        );
      })}
    </ChartFrame>
  );
}

function recallAt({ recall }: PatternDetection, share: number): Figure | undefined {
  return recall.find(entry => entry.share === share)?.recall;
}

function usePatternColumns(share: number): readonly Column<PatternDetection>[] {
  const { t, format } = useTexts();
  const titleOf = usePatternTitle();
  const part = (read: (figure: Figure) => number) => (row: PatternDetection) => {
    const recall = recallAt(row, share);
    return recall ? read(recall) : null;
  };
  const [recall, low, high] = [part(figure => figure.value), part(figure => figure.low), part(figure => figure.high)];
  return [
    { title: t('models.pattern'), value: row => row.pattern, text: row => titleOf(row.pattern) },
    { title: t('models.rows'), value: row => row.rows, numeric: true },
    {
      title: `${t('models.recall')} (${format.share(share)})`,
      value: recall,
      text: row => format.share(recall(row), 1),
      numeric: true,
    },
    { title: t('models.low'), value: low, text: row => format.share(low(row), 1), numeric: true },
    { title: t('models.high'), value: high, text: row => format.share(high(row), 1), numeric: true },
  ];
}
