import type { Decision, DecisionContext, HistoryEntry } from '@rikuy/contracts';
import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { linearPosition, logPosition, needsLog } from '../../charts/scale.ts';
import { unitName } from '../../format/unit-name.ts';
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
export function EntityHistory({ context, decision }: EntityHistoryProps) {
  const { entity, history, peers } = context;
  const priced = history.filter(isPriced);
  const { t, format } = useTexts();
  const columns = useHistoryColumns(peers.unit);
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
      {priced.length > 0 && <HistoryDots priced={priced} context={context} decision={decision} />}
    </ChartFrame>
  );
}

interface HistoryDotsProps extends EntityHistoryProps {
  /** Those with a figure. */
  readonly priced: readonly Priced[];
}

type Priced = HistoryEntry & { readonly unitValue: number };

function isPriced(entry: HistoryEntry): entry is Priced {
  return entry.unitValue !== null;
}

/** Each record's price along time, this one at the right edge. */
function HistoryDots({ priced, context: { peers }, decision }: HistoryDotsProps) {
  const { t, format } = useTexts();
  const prices = [...priced.map(({ unitValue }) => unitValue), ...(peers.value === null ? [] : [peers.value])];
  const [low, high] = [needsLog(prices) ? Math.min(...prices) : Math.min(0, ...prices), Math.max(...prices)];
  const first = Math.min(...priced.map(({ eventTime }) => eventTime));
  const across = linearPosition(first, decision.eventTime);
  const up = needsLog(prices) ? logPosition(low, high) : linearPosition(low, high);
  return (
    <div className={classes.chart}>
      <div className={classes.title} aria-hidden>
        {t('decision.peersAxis', { unit: unitName(peers.unit, t) })}
      </div>
      <div className={classes.scale} aria-hidden>
        <span>{format.measuredIn(high, peers.unit)}</span>
        <span>{format.measuredIn(low, peers.unit)}</span>
      </div>
      <div className={classes.plot} role="list" aria-label={t('decision.historyTitle')}>
        {priced.map(entry => (
          <HistoryDot
            key={entry.eventId}
            entry={entry}
            left={across(entry.eventTime)}
            bottom={up(entry.unitValue)}
            unit={peers.unit}
          />
        ))}
        <div className={classes.now} role="presentation">
          {peers.value !== null && (
            <span className={classes.dot} data-finding="this" style={{ insetBlockEnd: `${up(peers.value) * 100}%` }} />
          )}
        </div>
      </div>
      <div className={classes.times} aria-hidden>
        <span>{format.dayOfTime(first)}</span>
        <span>
          {t('decision.historyThis')}: {format.dayOfTime(decision.eventTime)}
        </span>
      </div>
      <HistoryKey />
    </div>
  );
}

interface HistoryDotProps {
  readonly entry: Priced;
  readonly left: number;
  readonly bottom: number;
  readonly unit: string;
}

function HistoryDot({ entry, left, bottom, unit }: HistoryDotProps) {
  const { format } = useTexts();
  const { id: useCase } = useUseCase();
  const found = useFindingWords();
  const words = `${format.dayOfTime(entry.eventTime)}: ${format.measuredIn(entry.unitValue, unit)}, ${found(entry.label)}`;
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

function useHistoryColumns(unit: string): readonly Column<HistoryEntry>[] {
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
      title: t('decision.columnHistoryValue'),
      value: entry => entry.value,
      text: entry => format.decimal(entry.value),
      numeric: true,
    },
    {
      title: t('decision.columnUnitValue'),
      value: entry => entry.unitValue,
      text: entry => format.measuredIn(entry.unitValue, unit),
      numeric: true,
    },
    { title: t('decision.columnOutcome'), value: entry => entry.outcome, text: entry => outcomeText(entry.outcome) },
    { title: t('decision.columnFound'), value: entry => entry.label, text: entry => found(entry.label) },
  ];
}
