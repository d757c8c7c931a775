import type { ModelManifest } from '@rikuy/contracts';
import { useTexts } from '../../text/use-texts.ts';
import { Facts } from '../../ui/facts.tsx';
import { NumbersTable } from '../../ui/chart-frame.tsx';
import { Identifier } from '../../ui/identifier.tsx';
import { Section } from '../../ui/section.tsx';

import { thresholdRows, type ThresholdRow, unreachable } from './threshold-rows.ts';

/** The data, split, code and seed: enough to make the same model again. */
export function ModelData({ manifest }: { readonly manifest: ModelManifest }) {
  const { t, format } = useTexts();
  const {
    dataset,
    split,
    features,
    featuresSha256,
    seed,
    codeVersion,
    nodeVersion,
    trainSeconds,
    createdAt,
    createdBy,
    thresholds,
    files,
  } = manifest;
  const rows = (count: number, positives: number) =>
    t('models.rowsPositives', { rows: format.integer(count), positives: format.integer(positives) });
  return (
    <>
      <Section title={t('models.dataTitle')}>
        <Facts
          facts={[
            { name: t('models.created'), value: format.dateTime(Date.parse(createdAt)) },
            { name: t('models.createdBy'), value: createdBy },
            { name: t('models.dataEvents'), value: format.integer(dataset.events) },
            { name: t('models.dataLabels'), value: format.integer(dataset.labels) },
            {
              name: t('models.dataRange'),
              value: `${format.integer(dataset.fromSequence)} – ${format.integer(dataset.toSequence)}`,
            },
            { name: t('models.cut'), value: format.dateTime(Date.parse(split.cut)) },
            { name: t('models.delay'), value: t('models.delayDays', { count: split.delayDays }) },
            { name: t('models.trainRows'), value: rows(split.trainRows, split.trainPositives) },
            { name: t('models.validationRows'), value: rows(split.validationRows, split.validationPositives) },
            { name: t('models.featureCount'), value: format.integer(features.length) },
            {
              name: t('models.seconds'),
              value: t('models.secondsValue', { seconds: format.decimal(trainSeconds, 1) }),
            },
            { name: t('models.seed'), value: <span className="identifier">{seed}</span> },
            { name: t('models.code'), value: <span className="identifier">{codeVersion}</span> },
            { name: t('models.node'), value: <span className="identifier">{nodeVersion}</span> },
            { name: t('models.dataHash'), value: <Hash>{dataset.sha256}</Hash> },
            { name: t('models.featuresHash'), value: <Hash>{featuresSha256}</Hash> },
          ]}
        />
      </Section>
      <Thresholds thresholds={thresholds} />
      <Section title={t('models.files')}>
        <Facts facts={Object.entries(files).map(([name, hash]) => ({ name, value: <Hash>{hash}</Hash> }))} />
      </Section>
    </>
  );
}

/** What a lane's thresholds say: from which expected value it takes, and how often at random. */
const kinds = ['from', 'random'] as const;

/** The policy's thresholds; a lane without capacity has one that no case reaches. */
function Thresholds({ thresholds }: Pick<ModelManifest, 'thresholds'>) {
  const { t, format } = useTexts();
  const rows = thresholdRows(thresholds);
  if (rows.length === 0) return null;
  const text = (value: number | undefined) =>
    value !== undefined && value >= unreachable ? t('models.never') : format.plain(value);
  return (
    <Section title={t('models.thresholds')}>
      <NumbersTable
        caption={t('models.thresholds')}
        rows={rows}
        columns={[
          { title: t('models.thresholdOf'), value: row => row.of },
          ...kinds.map(kind => ({
            title: t(`models.thresholdKinds.${kind}`),
            value: (row: ThresholdRow) => row.values[kind] ?? null,
            text: (row: ThresholdRow) => text(row.values[kind]),
            numeric: true,
          })),
        ]}
      />
    </Section>
  );
}

function Hash({ children }: { readonly children: string }) {
  return <Identifier shown={`${children.slice(0, 12)}…`}>{children}</Identifier>;
}
