import type { DecisionContext } from '@rikuy/contracts';
import { Text } from '@mantine/core';
import { type Bin, histogramOf, shareBelow } from '../../charts/histogram.ts';
import { MarkedHistogram } from '../../charts/marked-histogram.tsx';
import { unitName } from '../../format/unit-name.ts';
import { useTexts } from '../../text/use-texts.ts';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';
import { Section } from '../../ui/section.tsx';

interface PricePeersProps {
  readonly peers: DecisionContext['peers'];
  readonly eventId: string;
}

/** This event's figure among those of comparable ones. */
export function PricePeers({ peers, eventId }: PricePeersProps) {
  const { t, say } = useTexts();
  const { value, values } = peers;
  const columns = useBinColumns();
  if (values.length === 0)
    return (
      <Section title={say(peers.title)}>
        <Text c="dimmed">{t('decision.peersEmpty')}</Text>
      </Section>
    );
  return (
    <ChartFrame
      question={say(peers.title)}
      columns={columns}
      rows={histogramOf(values, value, 24).bins}
      file={`${eventId}-peers`}
    >
      <PeersChart peers={peers} />
    </ChartFrame>
  );
}

function PeersChart({ peers: { value, values, median, unit } }: Pick<PricePeersProps, 'peers'>) {
  const { t, format } = useTexts();
  const inUnit = (figure: number) => format.measuredIn(figure, unit);
  const summary = usePeersSentence({ value, values, median: median === null ? '—' : inUnit(median) });
  return (
    <>
      <Text size="sm">{summary}</Text>
      <MarkedHistogram
        values={values}
        marked={value === null ? null : { value, label: `${t('decision.peersThis')}: ${inUnit(value)}` }}
        median={median === null ? null : { value: median, label: `${t('decision.peersMedian')}: ${inUnit(median)}` }}
        axis={format.plain}
        axisTitle={t('decision.peersAxis', { unit: unitName(unit, t) })}
        summary={summary}
      />
    </>
  );
}

interface PeersSentence {
  readonly value: number | null;
  readonly values: readonly number[];
  readonly median: string;
}

function usePeersSentence({ value, values, median }: PeersSentence): string {
  const { t, format } = useTexts();
  if (value === null) return t('decision.peersNoValue');
  const below = shareBelow(values, value);
  const count = format.integer(values.length);
  return below >= 0.5
    ? t('decision.peersHigher', { share: format.share(below), count, median })
    : t('decision.peersLower', { share: format.share(1 - below), count, median });
}

function useBinColumns(): readonly Column<Bin>[] {
  const { t, format } = useTexts();
  return [
    { title: t('decision.columnFrom'), value: bin => bin.from, text: bin => format.plain(bin.from), numeric: true },
    { title: t('decision.columnTo'), value: bin => bin.to, text: bin => format.plain(bin.to), numeric: true },
    { title: t('decision.columnCount'), value: bin => bin.count, numeric: true },
  ];
}
