import type { Evaluation } from '@rikuy/contracts';
import { useMemo } from 'react';
import { type Line, LineChart } from '../../charts/line-chart.tsx';
import { niceTicks } from '../../charts/ticks.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';

interface EvaluationProps {
  readonly evaluation: Evaluation;
}

type Point = Evaluation['rocCurve'][number];

export function RocChart({ evaluation }: EvaluationProps) {
  const { t, say, format } = useTexts();
  const { label } = useUseCase();
  const { rocCurve, rocAuc, model } = evaluation;
  const question = t('models.rocTitle', { positive: say(label.positive), negative: say(label.negative) });
  const x = { title: t('models.rocX'), text: (value: number) => format.share(value), max: 1 };
  const y = { title: t('models.rocY'), text: (value: number) => format.share(value), max: 1 };
  const chance = t('models.chance');
  const lines = useMemo<readonly Line[]>(
    () => [
      { name: chance, points: diagonal, tone: 'quiet', nameAt: { x: 0.6, side: 'under' } },
      { name: model, points: rocCurve, tone: 'first', nameAt: { x: 0.15, side: 'under' } },
    ],
    [chance, model, rocCurve],
  );
  return (
    <ChartFrame question={question} columns={usePointColumns(x.title, y.title)} rows={rocCurve} file={`roc-${model}`}>
      <LineChart
        lines={lines}
        x={x}
        y={y}
        summary={`${question} ${t('models.rocAuc')}: ${format.decimal(rocAuc.value, 3)}`}
      />
    </ChartFrame>
  );
}

export function PrecisionRecallChart({ evaluation }: EvaluationProps) {
  const { t, format } = useTexts();
  const { precisionRecallCurve, averagePrecision, model, positives, rows } = evaluation;
  const x = { title: t('models.prX'), text: (value: number) => format.share(value), max: 1 };
  const y = { title: t('models.prY'), text: (value: number) => format.share(value), max: 1 };
  const chance = t('models.chance');
  const lines = useMemo<readonly Line[]>(
    () => [
      {
        name: chance,
        points: [0, 1].map(recall => ({ x: recall, y: positives / rows })),
        tone: 'quiet',
        nameAt: { x: 0.1, side: 'over' },
      },
      { name: model, points: precisionRecallCurve, tone: 'first', nameAt: { x: 0.5, side: 'over' } },
    ],
    [chance, model, precisionRecallCurve, positives, rows],
  );
  const summary = `${t('models.prTitle')} ${t('models.averagePrecision')}: ${format.decimal(averagePrecision.value, 3)}`;
  return (
    <ChartFrame
      question={t('models.prTitle')}
      columns={usePointColumns(x.title, y.title)}
      rows={precisionRecallCurve}
      file={`precision-recall-${model}`}
    >
      <LineChart lines={lines} x={x} y={y} summary={summary} />
    </ChartFrame>
  );
}

export function CalibrationChart({ evaluation }: EvaluationProps) {
  const { t, format } = useTexts();
  const { calibrationCurve, brier, model } = evaluation;
  const reached = Math.max(...calibrationCurve.flatMap(({ predicted, observed }) => [predicted, observed]));
  const most = Math.min(1, niceTicks(reached, 5).at(-1) ?? 1);
  const x = { title: t('models.calibrationX'), text: (value: number) => format.share(value), max: most };
  const y = { title: t('models.calibrationY'), text: (value: number) => format.share(value), max: most };
  const perfect = t('models.perfect');
  const lines = useMemo<readonly Line[]>(
    () => [
      {
        name: perfect,
        points: [0, most].map(value => ({ x: value, y: value })),
        tone: 'quiet',
        nameAt: { x: 0.75 * most, side: 'under' },
      },
      {
        name: model,
        points: calibrationCurve.map(({ predicted, observed }) => ({ x: predicted, y: observed })),
        tone: 'first',
        marked: true,
      },
    ],
    [perfect, model, calibrationCurve, most],
  );
  const columns: readonly Column<Evaluation['calibrationCurve'][number]>[] = [
    { title: x.title, value: row => row.predicted, text: row => format.share(row.predicted, 1), numeric: true },
    { title: y.title, value: row => row.observed, text: row => format.share(row.observed, 1), numeric: true },
    { title: t('models.rows'), value: row => row.rows, text: row => format.integer(row.rows), numeric: true },
  ];
  return (
    <ChartFrame
      question={t('models.calibrationTitle')}
      columns={columns}
      rows={calibrationCurve}
      file={`calibration-${model}`}
    >
      <LineChart
        lines={lines}
        x={x}
        y={y}
        summary={`${t('models.calibrationTitle')} ${t('models.brier')}: ${format.decimal(brier, 3)}`}
      />
    </ChartFrame>
  );
}

const diagonal = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];

function usePointColumns(xTitle: string, yTitle: string): readonly Column<Point>[] {
  const { format } = useTexts();
  return [
    { title: xTitle, value: point => point.x, text: point => format.share(point.x, 1), numeric: true },
    { title: yTitle, value: point => point.y, text: point => format.share(point.y, 1), numeric: true },
  ];
}
