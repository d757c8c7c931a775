import type { DecisionDetail, Explanation, FeatureDescription } from '@rikuy/contracts';
import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { linearPosition, type Position } from '../../charts/scale.ts';
import { niceTicks } from '../../charts/ticks.ts';
import { featuresQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { type Texts, useTexts } from '../../text/use-texts.ts';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';
import { FeatureLink } from '../../ui/feature-link.tsx';
import classes from './waterfall-chart.module.css';
import { probabilityOf, probabilityTicks, waterfallOf, type WaterfallStep } from './waterfall.ts';

const fewest = 8;

/** How the score came about, bar by bar from the base to the result. */
export function WaterfallChart({ detail }: { readonly detail: DecisionDetail }) {
  const texts = useTexts();
  const { t } = texts;
  const useCase = useUseCase();
  const [isWhole, { toggle }] = useDisclosure();
  const { data: features = [] } = useQuery(featuresQuery(useCase.id));
  const { explanation, decision } = detail;
  const steps = waterfallOf(explanation, isWhole ? Infinity : fewest);
  const whole = waterfallOf(explanation, Infinity);
  const position = positionOf(whole);
  const show = scaleWords(explanation, texts, useCase.currency);
  return (
    <ChartFrame
      question={
        explanation.explains?.kind === 'oddness'
          ? t('decision.oddnessTitle')
          : t('decision.waterfallTitle', { score: show.total(explanation.total) })
      }
      columns={useWaterfallColumns(features)}
      rows={whole}
      file={`${decision.eventId}-reasons`}
    >
      <ol className={classes.steps}>
        <AxisRow explanation={explanation} position={position} ends={endsOf(whole)} show={show} />
        {steps.map(step => (
          <StepRow
            key={step.reason?.code ?? step.kind}
            step={step}
            position={position}
            features={features}
            show={show}
          />
        ))}
      </ol>
      {whole.length > fewest + 3 && (
        <Button className="screen-only" size="compact-sm" variant="subtle" onClick={toggle} aria-expanded={isWhole}>
          {isWhole ? t('decision.showFewer') : t('decision.showAll')}
        </Button>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {show.note}
        {explanation.explains?.kind === 'member' &&
          ` ${t('decision.memberNote', { member: explanation.explains.member })}`}
      </Text>
    </ChartFrame>
  );
}

interface ScaleWords {
  /** A place on the scale, as people know it. */
  readonly total: (value: number) => string;
  /** One step, with its sign. */
  readonly step: (value: number) => string;
  readonly note: string;
}

function scaleWords({ scale, explains }: Explanation, { t, format }: Texts, currency: string): ScaleWords {
  const signed = (value: number, words: string) => `${value < 0 ? '−' : '+'}${words}`;
  if (explains?.kind === 'oddness')
    return {
      total: value => format.decimal(value),
      step: value => signed(value, format.decimal(Math.abs(value))),
      note: t('decision.scaleOddness'),
    };
  switch (scale) {
    case 'log-odds':
      return {
        total: value => format.share(probabilityOf(value), 1),
        step: value => signed(value, format.decimal(Math.abs(value))),
        note: t('decision.scaleLogOdds'),
      };
    case 'probability':
      return {
        total: value => format.share(value, 1),
        step: value => signed(value, format.share(Math.abs(value), 1)),
        note: t('decision.scaleProbability'),
      };
    case 'value':
      return {
        total: value => format.roundMoney({ amount: value, currency }),
        step: value => signed(value, format.roundMoney({ amount: Math.abs(value), currency })),
        note: t('decision.scaleValue', { currency }),
      };
    default:
      return scale satisfies never;
  }
}

function endsOf(steps: readonly WaterfallStep[]): { low: number; high: number } {
  const reached = steps.flatMap(({ from, to }) => [from, to]);
  return { low: Math.min(...reached), high: Math.max(...reached) };
}

function positionOf(steps: readonly WaterfallStep[]): Position {
  const { low, high } = endsOf(steps);
  const margin = (high - low || 1) * 0.04;
  return linearPosition(low - margin, high + margin);
}

interface AxisRowProps {
  readonly explanation: Explanation;
  readonly position: Position;
  readonly ends: { readonly low: number; readonly high: number };
  readonly show: ScaleWords;
}

function AxisRow({ explanation, position, ends, show }: AxisRowProps) {
  const ticks =
    explanation.scale === 'log-odds'
      ? probabilityTicks(ends.low, ends.high).map(({ at }) => at)
      : niceTicks(ends.high, 4).filter(tick => tick >= ends.low);
  return (
    <li className={classes.axis} aria-hidden>
      <div className={classes.track}>
        {ticks.map(tick => (
          <span key={tick} style={{ insetInlineStart: percent(position(tick)) }}>
            {show.total(tick).replace('.0', '')}
          </span>
        ))}
      </div>
    </li>
  );
}

interface StepRowProps {
  readonly step: WaterfallStep;
  readonly position: Position;
  readonly features: readonly FeatureDescription[];
  readonly show: ScaleWords;
}

function StepRow({ step, position, features, show }: StepRowProps) {
  const isEnd = step.kind === 'base' || step.kind === 'total';
  const change = step.to - step.from;
  return (
    <li className={classes.step} data-kind={step.kind}>
      <div className={classes.words}>
        <StepWords step={step} features={features} />
      </div>
      <div className={classes.track} aria-hidden>
        {isEnd ? (
          <div className={classes.end} style={{ insetInlineStart: percent(position(step.to)) }} />
        ) : (
          <div
            className={classes.bar}
            data-direction={change >= 0 ? 'raises' : 'lowers'}
            style={{
              insetInlineStart: percent(position(Math.min(step.from, step.to))),
              width: percent(Math.abs(position(step.to) - position(step.from))),
            }}
          />
        )}
      </div>
      <div className={classes.amount} data-direction={isEnd ? undefined : change >= 0 ? 'raises' : 'lowers'}>
        {isEnd ? show.total(step.to) : show.step(change)}
      </div>
    </li>
  );
}

function StepWords({ step, features }: Pick<StepRowProps, 'step' | 'features'>) {
  const { t, say, format } = useTexts();
  const { reason } = step;
  if (step.kind === 'base') return <Titled title={t('decision.start')} hint={t('decision.startHint')} />;
  if (step.kind === 'total') return <Titled title={t('decision.result')} />;
  if (!reason) return <Titled title={t('decision.others', { count: step.count })} />;
  const feature = features.find(({ name }) => name === reason.code);
  return (
    <>
      <Text size="sm">{say(reason.text)}</Text>
      <Text size="xs" c="dimmed">
        {t('decision.value')}: <b>{format.measured(reason.value, feature?.unit)}</b>
        {reason.usual !== null && (
          <>
            {' · '}
            {t('decision.usual')}: {format.measured(reason.usual, feature?.unit)}
          </>
        )}
        {feature && (
          <>
            {' · '}
            <FeatureLink name={feature.name}>{say(feature.title)}</FeatureLink>
          </>
        )}
      </Text>
    </>
  );
}

function Titled({ title, hint }: { readonly title: string; readonly hint?: string }) {
  return (
    <>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </>
  );
}

function useWaterfallColumns(features: readonly FeatureDescription[]): readonly Column<WaterfallStep>[] {
  const { t, say, format } = useTexts();
  const unitOf = (step: WaterfallStep) => features.find(({ name }) => name === step.reason?.code)?.unit;
  const names = { base: t('decision.start'), total: t('decision.result'), part: '', others: '' } as const;
  return [
    { title: t('decision.columnFeature'), value: step => step.reason?.code ?? names[step.kind] },
    { title: t('decision.columnMeaning'), value: step => (step.reason ? say(step.reason.text) : '') },
    {
      title: t('decision.columnValue'),
      value: step => step.reason?.value ?? null,
      text: step => (step.reason ? format.measured(step.reason.value, unitOf(step)) : ''),
      numeric: true,
    },
    {
      title: t('decision.columnUsual'),
      value: step => step.reason?.usual ?? null,
      text: step => (step.reason ? format.measured(step.reason.usual, unitOf(step)) : ''),
      numeric: true,
    },
    {
      title: t('decision.columnContribution'),
      value: step => step.to - step.from,
      text: step => (step.reason ? format.decimal(step.to - step.from, 3) : ''),
      numeric: true,
    },
    {
      title: t('decision.columnRunning'),
      value: step => step.to,
      text: step => format.decimal(step.to, 3),
      numeric: true,
    },
  ];
}

function percent(share: number): string {
  return `${share * 100}%`;
}
