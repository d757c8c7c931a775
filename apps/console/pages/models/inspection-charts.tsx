import type { Evaluation, ShareFigures } from '@rikuy/contracts';
import { useMemo } from 'react';
import { type Line, LineChart } from '../../charts/line-chart.tsx';
import { currencySign } from '../../format/formats.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';

interface InspectionProps {
  readonly evaluation: Evaluation;
  /** Share of the records that people can work. */
  readonly capacityShare: number;
}

type LiftPoint = Evaluation['liftCurve'][number];

/** How much is found by inspecting a share, with today's capacity marked. */
export function LiftChart({ evaluation: { liftCurve, model }, capacityShare }: InspectionProps) {
  const { t, format } = useTexts();
  const mark = useCapacityMark(capacityShare);
  const [recall, revenue, chance] = [t('models.liftRecall'), t('models.liftRevenue'), t('models.chance')];
  const lines = useMemo<readonly Line[]>(
    () => [
      {
        name: chance,
        points: [0, 1].map(share => ({ x: share, y: share })),
        tone: 'quiet',
        nameAt: { x: 0.6, side: 'under' },
      },
      {
        name: recall,
        points: liftCurve.map(point => ({ x: point.share, y: point.recall })),
        tone: 'first',
        nameAt: { x: 0.3, side: 'under' },
      },
      {
        name: revenue,
        points: liftCurve.map(point => ({ x: point.share, y: point.revenueShare })),
        tone: 'second',
        nameAt: { x: 0.06, side: 'under' },
      },
    ],
    [chance, recall, revenue, liftCurve],
  );
  const columns: readonly Column<LiftPoint>[] = [
    { title: t('models.share'), value: row => row.share, text: row => format.share(row.share, 1), numeric: true },
    { title: t('models.recall'), value: row => row.recall, text: row => format.share(row.recall, 1), numeric: true },
    {
      title: t('models.revenueShare'),
      value: row => row.revenueShare,
      text: row => format.share(row.revenueShare, 1),
      numeric: true,
    },
  ];
  const inShares = (value: number) => format.share(value);
  return (
    <ChartFrame question={t('models.liftTitle')} columns={columns} rows={liftCurve} file={`lift-${model}`}>
      <LineChart
        lines={lines}
        x={{ title: t('models.liftX'), text: inShares, max: 1 }}
        y={{ title: t('models.liftY'), text: inShares, max: 1 }}
        mark={mark}
        summary={t('models.liftTitle')}
      />
    </ChartFrame>
  );
}

/** The money that inspecting a share brings back, with its interval. */
export function RevenueChart({ evaluation: { atShares, model }, capacityShare }: InspectionProps) {
  const { t, format } = useTexts();
  const { currency } = useUseCase();
  const mark = useCapacityMark(capacityShare);
  const name = t('models.revenue');
  const lines = useMemo<readonly Line[]>(
    () => [
      { name, points: [{ x: 0, y: 0, low: 0, high: 0 }, ...atShares.map(revenuePoint)], tone: 'second', marked: true },
    ],
    [name, atShares],
  );
  const inMoney = (amount: number) => format.roundMoney({ amount, currency });
  const columns: readonly Column<ShareFigures>[] = [
    { title: t('models.share'), value: row => row.share, text: row => format.share(row.share), numeric: true },
    {
      title: t('models.revenue'),
      value: row => row.revenue.value,
      text: row => inMoney(row.revenue.value),
      numeric: true,
    },
    { title: t('models.low'), value: row => row.revenue.low, text: row => inMoney(row.revenue.low), numeric: true },
    { title: t('models.high'), value: row => row.revenue.high, text: row => inMoney(row.revenue.high), numeric: true },
  ];
  const farthest = Math.max(...atShares.map(({ share }) => share));
  return (
    <ChartFrame question={t('models.revenueTitle')} columns={columns} rows={atShares} file={`revenue-${model}`}>
      <LineChart
        lines={lines}
        x={{ title: t('models.liftX'), text: value => format.share(value), max: farthest }}
        y={{ title: t('models.revenueY', { currency: currencySign(currency) }), text: value => format.integer(value) }}
        mark={mark && mark.x <= farthest ? mark : null}
        summary={t('models.revenueTitle')}
      />
    </ChartFrame>
  );
}

function revenuePoint({ share, revenue }: ShareFigures) {
  return { x: share, y: revenue.value, low: revenue.low, high: revenue.high };
}

/** The share of the records that people can work; none where they can work all. */
function useCapacityMark(share: number): { readonly x: number; readonly label: string } | null {
  const { t, format } = useTexts();
  if (share <= 0 || share >= 1) return null;
  return { x: share, label: `${t('models.liftCapacity')} ${format.share(share)}` };
}
