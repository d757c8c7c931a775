import type { Decision, DecisionContext, HistoryEntry } from '@rikuy/contracts';
import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { linearPosition, logPosition, needsLog } from '../../charts/scale.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';
import { Identifier } from '../../ui/identifier.tsx';
import classes from './entity-history.module.css';

interface EntityHistoryProps {
  readonly context: DecisionContext;
  readonly decision: Decision;
}

/** What the same entity brought before, along time, with what was found. */
export function EntityHistory({ context: { entity, history }, decision }: EntityHistoryProps) {
  const { t, format } = useTexts();
  const columns = useHistoryColumns();
  const counts = t('decision.historySummary', {
    events: format.integer(entity.events),
    verified: format.integer(entity.verified),
    confirmed: format.integer(entity.confirmed),
  });
  return (
    <ChartFrame
      question={t('decision.historyTitle')}
      columns={columns}
      rows={history}
      file={`${decision.eventId}-history`}
    >
      <Group gap="xs" mb="xs">
        <Identifier>{entity.value}</Identifier>
        <Text size="sm">{history.length === 0 ? t('decision.historyEmpty') : counts}</Text>
      </Group>
      {history.length > 0 && <HistoryDots history={history} decision={decision} />}
    </ChartFrame>
  );
}

interface HistoryDotsProps {
  readonly history: readonly HistoryEntry[];
  readonly decision: Decision;
}

function HistoryDots({ history, decision }: HistoryDotsProps) {
  const { t, format } = useTexts();
  const { currency } = useUseCase();
  const money = (amount: number) => format.roundMoney({ amount, currency });
  const values = history.map(({ value }) => value).filter(value => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const across = linearPosition(Math.min(...history.map(({ eventTime }) => eventTime)), decision.eventTime);
  const up = needsLog(values) ? logPosition(low, high) : linearPosition(Math.min(0, low), high);
  return (
    <div className={classes.chart}>
      <div className={classes.scale} aria-hidden>
        <span>{money(high)}</span>
        <span>{money(needsLog(values) ? low : Math.min(0, low))}</span>
      </div>
      <div className={classes.plot} role="list" aria-label={t('decision.historyTitle')}>
        {history
          .filter(({ value }) => value !== null)
          .map(entry => (
            <HistoryDot key={entry.eventId} entry={entry} left={across(entry.eventTime)} bottom={up(entry.value!)} />
          ))}
        <div className={classes.now} title={t('decision.historyThis')} role="presentation" />
      </div>
      <div className={classes.times} aria-hidden>
        <span>{format.dayOfTime(history.reduce((first, { eventTime }) => Math.min(first, eventTime), Infinity))}</span>
        <span>
          {t('decision.historyThis')}: {format.dayOfTime(decision.eventTime)}
        </span>
      </div>
      <HistoryKey />
    </div>
  );
}

interface HistoryDotProps {
  readonly entry: HistoryEntry;
  readonly left: number;
  readonly bottom: number;
}

function HistoryDot({ entry, left, bottom }: HistoryDotProps) {
  const { format } = useTexts();
  const { id: useCase, currency } = useUseCase();
  const found = useFindingWords();
  const words = `${format.dayOfTime(entry.eventTime)}: ${format.roundMoney(entry.value === null ? null : { amount: entry.value, currency })}, ${found(entry.label)}`;
  const shape = {
    className: classes.dot,
    'data-finding': findingOf(entry.label),
    style: { insetInlineStart: `${left * 100}%`, insetBlockEnd: `${bottom * 100}%` },
    title: words,
  };
  return (
    <div role="listitem">
      {entry.decisionId === null ? (
        <span {...shape} role="img" aria-label={words} />
      ) : (
        <Link
          {...shape}
          aria-label={words}
          to="/casos/$useCase/decisiones/$id"
          params={{ useCase, id: entry.decisionId }}
        />
      )}
    </div>
  );
}

function HistoryKey() {
  const found = useFindingWords();
  return (
    <Group gap="md" aria-hidden>
      {([1, 0, null] as const).map(label => (
        <Text key={findingOf(label)} size="xs" c="dimmed" className={classes.key}>
          <span className={classes.dot} data-finding={findingOf(label)} />
          {found(label)}
        </Text>
      ))}
    </Group>
  );
}

function findingOf(label: HistoryEntry['label']): 'confirmed' | 'cleared' | 'unknown' {
  if (label === null) return 'unknown';
  return label === 1 ? 'confirmed' : 'cleared';
}

function useFindingWords(): (label: HistoryEntry['label']) => string {
  const { t } = useTexts();
  const words = {
    confirmed: t('decision.historyConfirmed'),
    cleared: t('decision.historyCleared'),
    unknown: t('decision.historyUnknown'),
  } as const;
  return label => words[findingOf(label)];
}

function useHistoryColumns(): readonly Column<HistoryEntry>[] {
  const { t, say, format } = useTexts();
  const { outcomes } = useUseCase();
  const found = useFindingWords();
  const outcomeText = (code: string | null) => {
    const outcome = outcomes.find(other => other.code === code);
    return outcome ? say(outcome.title) : (code ?? '—');
  };
  return [
    {
      title: t('decision.columnDate'),
      value: entry => new Date(entry.eventTime).toISOString(),
      text: entry => format.dayOfTime(entry.eventTime),
    },
    {
      title: t('decision.historyAxisValue'),
      value: entry => entry.value,
      text: entry => format.decimal(entry.value),
      numeric: true,
    },
    {
      title: t('decision.columnUnitValue'),
      value: entry => entry.unitValue,
      text: entry => format.decimal(entry.unitValue),
      numeric: true,
    },
    { title: t('decision.columnOutcome'), value: entry => entry.outcome, text: entry => outcomeText(entry.outcome) },
    { title: t('decision.columnFound'), value: entry => entry.label, text: entry => found(entry.label) },
  ];
}
